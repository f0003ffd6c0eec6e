"""Finished pages in memory: bounded, least recently used first out."""

import threading

from nosograph.web.page_cache import OVERHEAD, Kept, PageCache


def kept(body: bytes) -> Kept:
    return Kept(status="200 OK", headers=(), body=body, etag=None)


def test_what_was_kept_is_given_back() -> None:
    cache = PageCache(100_000)
    cache.keep("/C93.32", kept(b"page"))
    assert cache.get("/C93.32") == kept(b"page")
    assert cache.get("/C93.31") is None


def test_the_least_recently_used_page_makes_room() -> None:
    cache = PageCache(10 * (1000 + OVERHEAD))
    for number in range(10):
        cache.keep(number, kept(b"x" * 1000))
    cache.get(0)
    cache.keep(10, kept(b"x" * 1000))
    assert cache.get(0) is not None
    assert cache.get(1) is None
    assert len(cache) == 10


def test_it_never_holds_more_than_its_limit() -> None:
    cache = PageCache(50_000)
    for number in range(500):
        cache.keep(number % 40, kept(b"x" * (number * 37 % 6000)))
        assert cache.size <= 50_000
    assert cache.size == sum(len(cache.get(key).body) + OVERHEAD for key in range(40) if cache.get(key))


def test_a_page_that_would_crowd_out_the_others_is_not_kept() -> None:
    cache = PageCache(80_000)
    cache.keep("huge", kept(b"x" * 20_000))
    assert (len(cache), cache.size) == (0, 0)


def test_threads_do_not_disturb_each_other() -> None:
    cache = PageCache(30_000)

    def work(seed: int) -> None:
        for number in range(400):
            cache.keep((seed * number) % 60, kept(b"x" * (number % 900)))
            cache.get(number % 60)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in (3, 7, 11, 13)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 0 < cache.size <= 30_000
