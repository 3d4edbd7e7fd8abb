from deploy.exceptions import DeployError, PublishError, TargetError


def test_every_failed_file_is_named_in_order_with_its_reason() -> None:
    error = PublishError({"en/b.html": "It is locked.", "en/a.html": "It is gone."})

    assert str(error) == (
        "2 files were not published as asked.\nen/a.html: It is gone.\nen/b.html: It is locked."
    )


def test_a_thousand_failures_make_a_readable_message_and_are_all_kept() -> None:
    failures = {f"en/{number:04}.html": "It is locked." for number in range(1_000)}
    error = PublishError(failures)

    assert error.failures == failures
    assert len(str(error).splitlines()) == 22
    assert str(error).endswith("en/0019.html: It is locked.\nand 980 more.")


def test_one_except_clause_catches_every_failure_of_a_target() -> None:
    assert issubclass(PublishError, TargetError)
    assert issubclass(TargetError, DeployError)
