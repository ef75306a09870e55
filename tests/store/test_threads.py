from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from switchboard.errors import ConversationChanged
from switchboard.store import Store
from tests.store.records import a_run, a_step


def test_two_threads_append_at_once_and_lose_nothing(kept: Store):
    together = Barrier(2)
    kept.begin_run(a_run())
    kept.begin_step(a_step("a"))
    kept.begin_step(a_step("b"))

    def append(step_id: str) -> None:
        together.wait(10)
        for number in range(100):
            kept.append_received(step_id, b"%d," % number)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(append, "ab"))

    expected = b"".join(b"%d," % number for number in range(100))
    assert (kept.received("a"), kept.received("b")) == (expected, expected)


def test_one_reads_while_another_writes(kept: Store):
    kept.begin_run(a_run())
    kept.begin_step(a_step())

    with ThreadPoolExecutor(2) as pool:
        written = [pool.submit(kept.append_received, "step-1", b".") for _ in range(50)]
        lengths = [len(pool.submit(kept.received, "step-1").result()) for _ in range(50)]
        assert [task.result() for task in written] == [None] * 50

    assert lengths == sorted(lengths)
    assert kept.received("step-1") == b"." * 50


def test_of_eight_tabs_that_save_at_once_one_succeeds(kept: Store):
    together = Barrier(8)
    kept.save_conversation("a", {}, revision=0)

    def save(number: int) -> bool:
        together.wait(10)
        try:
            kept.save_conversation("a", {"by": number}, revision=1)
        except ConversationChanged:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(save, range(8))) == 1


def test_stores_that_open_one_empty_database_at_once_all_open(database_url: str):
    together = Barrier(4)

    def open_and_list(_: int) -> int:
        together.wait(10)
        store = Store.open(database_url)
        listed = len(store.runs())
        store.close()
        return listed

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(open_and_list, range(4))) == [0, 0, 0, 0]


def test_a_store_sees_what_another_has_written(tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'shared.sqlite3'}"
    writer, reader = Store.open(url), Store.open(url)
    writer.begin_run(a_run())

    assert [run.id for run in reader.runs()] == ["run-1"]
    writer.close()
    reader.close()
