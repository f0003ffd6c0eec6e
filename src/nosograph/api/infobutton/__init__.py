"""Knowledge for a code, as HL7's Infobutton asks and as MedlinePlus Connect answers: a request to a feed.

Source: HL7 version 3, Context-Aware Knowledge Retrieval, URL-based implementation guide, release 4; and the documented
and recorded answers of MedlinePlus Connect, whose clients read these unchanged.
"""
