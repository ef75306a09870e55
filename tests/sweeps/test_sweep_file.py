"""A sweep's table as CSV."""

import csv
import io

from switchboard.messages import Usage
from switchboard.responders import FaultKind
from switchboard.simulate.judging import Conduct, Judgement
from switchboard.sweeps import Trial, sweep_csv

HEADER = (
    "fault,conduct,is_good,evidence,problem,done_to_result,answer,rounds,input_tokens,"
    "output_tokens,conversation_id"
)


def test_a_line_for_each_turn_unknown_stays_empty():
    yardstick = Trial(
        None,
        Judgement(Conduct.USED, ("The answer is from the result.",), is_good=True),
        answer="18.5",
        rounds=2,
        usage=Usage(40, 7),
        conversation_id="c1",
    )
    used = Trial(FaultKind.SLOW, Judgement(Conduct.USED, ("It is.",), is_good=True), rounds=1)
    failed = Trial(FaultKind.NULL, problem="No answer.", told="`null` was sent.", rounds=1)

    assert sweep_csv([yardstick, used, failed]).decode("utf-8-sig").splitlines() == [
        HEADER,
        "none,answered,True,The answer is from the result.,,,18.5,2,40,7,c1",
        "slow,used,True,It is.,,,,1,,,",
        "null,,,,No answer.,`null` was sent.,,1,,,",
    ]


def test_an_answer_is_no_formula():
    trial = Trial(FaultKind.NULL, answer='=HYPERLINK("https://example.com")')

    rows = list(csv.DictReader(io.StringIO(sweep_csv([trial]).decode("utf-8-sig"))))

    assert rows[0]["answer"] == '\'=HYPERLINK("https://example.com")'
