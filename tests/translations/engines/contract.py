"""What holds for every engine. Inherit, and give an ``engine`` fixture."""

import pytest

from translations.engines.batching import MAX_TEXT_BYTES
from translations.engines.characters import unwanted
from translations.engines.protocol import (
    LANGUAGES,
    Engine,
    Job,
    Language,
    Outcome,
    Refused,
    Result,
    translate,
)
from translations.segments.placeholders import problems

TEXTS = (
    "Khu di tích thờ <1>14 vị vua Trần</1> cùng gia quyến",
    "Cò thìa mặt đen (<1>Platalea minor</1>) là loài <2>được <3>nhiều</3> người</2> yêu<4/>",
    "Giá < 5 & > 3, viết là <\\1> hoặc &lt;",
    "Lễ khai ấn đêm 14 tháng Giêng",
)


@pytest.mark.parametrize("language", LANGUAGES)
class EngineContract:
    @pytest.fixture
    def engine(self) -> Engine:
        raise NotImplementedError

    def test_every_text_gets_one_result_in_its_place(self, engine: Engine, language: Language) -> None:
        together = texts_of(translate(engine, Job(TEXTS, language)))
        alone = [texts_of(translate(engine, Job((text,), language)))[0] for text in TEXTS]
        assert together == alone
        assert len(set(together)) == len(TEXTS)

    def test_results_name_the_engine(self, engine: Engine, language: Language) -> None:
        outcomes = translate(engine, Job(TEXTS, language))
        assert {outcome.engine for outcome in outcomes if isinstance(outcome, Result)} == {engine.name}

    def test_placeholders_survive(self, engine: Engine, language: Language) -> None:
        for source, target in zip(TEXTS, texts_of(translate(engine, Job(TEXTS, language))), strict=True):
            assert problems(source, target) == []

    def test_words_do_not_come_back_as_they_went(self, engine: Engine, language: Language) -> None:
        assert not set(TEXTS) & set(texts_of(translate(engine, Job(TEXTS, language))))

    def test_literal_look_alikes_stay_literal(self, engine: Engine, language: Language) -> None:
        (target,) = texts_of(translate(engine, Job(("Viết là <\\1> và <\\\\2/>",), language)))
        assert "<\\1>" in target
        assert "<\\\\2/>" in target

    def test_the_same_text_gives_the_same_translation(self, engine: Engine, language: Language) -> None:
        first, other, again = texts_of(translate(engine, Job((TEXTS[0], TEXTS[1], TEXTS[0]), language)))
        assert first == again != other

    def test_a_hundred_and_twenty_texts_come_back_in_order(self, engine: Engine, language: Language) -> None:
        targets = texts_of(translate(engine, Job(tuple(f"Bài số {n}" for n in range(120)), language)))
        assert [target.rsplit(" ", 1)[1] for target in targets] == [str(n) for n in range(120)]

    def test_an_empty_job_is_done_at_once(self, engine: Engine, language: Language) -> None:
        assert translate(engine, Job((), language)) == []
        assert not engine.split(Job((), language)).batches

    def test_every_text_is_settled_or_in_one_request(self, engine: Engine, language: Language) -> None:
        texts = (*TEXTS, "", "Đền\b", TEXTS[0], *(f"Bài số {n}" for n in range(120)))
        split = engine.split(Job(texts, language))
        sent = [text for batch in split.batches for text in batch.texts]
        places = [place for batch in split.batches for places in batch.positions for place in places]
        assert sorted([*places, *split.settled]) == list(range(len(texts)))
        assert len(sent) == len(set(sent))

    def test_requests_can_be_sent_in_any_order(self, engine: Engine, language: Language) -> None:
        job = Job((*TEXTS, *(f"Bài số {n}" for n in range(120))), language)
        split = engine.split(job)
        outcomes = dict(split.settled)
        for batch in reversed(split.batches):
            found = engine.send(job, batch)
            assert sorted(found) == sorted(place for places in batch.positions for place in places)
            outcomes |= found
        assert [outcomes[place] for place in range(len(job.texts))] == translate(engine, job)

    def test_instructions_and_a_long_context_change_no_placeholder(
        self, engine: Engine, language: Language
    ) -> None:
        job = Job(TEXTS, language, "Lễ hội đầu năm " * 5_000, ("Write soberly.",) * 10)
        for source, target in zip(TEXTS, texts_of(translate(engine, job)), strict=True):
            assert problems(source, target) == []

    @pytest.mark.parametrize("nothing", ["", "  ", "—", "<1/>", "<1></1>"])
    def test_a_text_without_words_stays_as_it_is(
        self, engine: Engine, language: Language, nothing: str
    ) -> None:
        assert texts_of(translate(engine, Job((nothing,), language))) == [nothing]

    def test_a_long_text_is_refused_alone(self, engine: Engine, language: Language) -> None:
        outcomes = translate(engine, Job((TEXTS[0], "ế" * MAX_TEXT_BYTES, TEXTS[1]), language))
        assert [type(outcome) for outcome in outcomes] == [Result, Refused, Result]
        assert_refused(outcomes[1], "too_long", "split the paragraph")

    def test_crossed_placeholders_are_refused_alone(self, engine: Engine, language: Language) -> None:
        outcomes = translate(engine, Job(("<1>chữ <2>đậm</1> nghiêng</2>", TEXTS[0]), language))
        assert_refused(outcomes[0], "crossed", "correct the bold")
        assert isinstance(outcomes[1], Result)

    @pytest.mark.parametrize("character", ["\x00", "\b", "\x7f", "\x85", "\u2028", "\ufffd", chr(0xD800)])
    def test_control_characters_are_refused_and_never_come_out(
        self, engine: Engine, language: Language, character: str
    ) -> None:
        outcomes = translate(engine, Job((f"Đền{character} Trần", TEXTS[0]), language))
        assert_refused(outcomes[0], "control", f"U+{ord(character):04X}")
        assert isinstance(outcomes[1], Result)

    def test_line_breaks_and_tabs_survive(self, engine: Engine, language: Language) -> None:
        (target,) = texts_of(translate(engine, Job(("Dòng một\r\nDòng hai\tba",), language)))
        assert target.count("\n") == 1
        assert target.count("\t") == 1
        assert unwanted(target) == []


def texts_of(outcomes: list[Outcome]) -> list[str]:
    texts = [outcome.text for outcome in outcomes if isinstance(outcome, Result)]
    assert len(texts) == len(outcomes), outcomes
    return texts


def assert_refused(outcome: object, code: str, words: str) -> None:
    assert isinstance(outcome, Refused)
    assert outcome.code == code
    assert words in outcome.reason
    assert is_sentence(outcome.reason)


def is_sentence(message: str) -> bool:
    return message[0].isupper() and message.endswith(".") and len(message.split()) > 5
