import sys, resvg_py
from figure import *
from face import *
from geometry import path, _number
import proportions
p = getattr(proportions, sys.argv[1])
s = silhouette(p)
d = path(s)
def line(l): return "M"+"L".join(f"{x:.1f} {y:.1f}" for x,y in l.coords)
h = hair(p).intersection(smooth(s.buffer(1.2),.1))
out=[f'<path d="{d}" fill="#efe4d8" stroke="#44525f" stroke-width="1.5" stroke-linejoin="round"/>',
 f'<path d="{path(h)}" fill="#b9aa9a" stroke="#44525f" stroke-width="1.1"/>']
out+=[f'<path d="{path(e,.05)}" fill="#44525f"/>' for e in eyes(p)]
out+=[f'<path d="{line(l)}" fill="none" stroke="#44525f" stroke-width="1.1" stroke-linecap="round"/>' for l in face_lines(p)]
for t in toes(p):
    for q in (t,mirror(t)): out.append(f'<path d="{path(q,.05)}" fill="none" stroke="#44525f" stroke-width=".6"/>')
svg=f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-120 -10 240 420" width="880"><rect x="-120" y="-10" width="240" height="420" fill="#fff"/>{"".join(out)}</svg>'
open('/tmp/x/t.png','wb').write(bytes(resvg_py.svg_to_bytes(svg_string=svg,width=600)))
