"""What people type leads to one thing."""

from songfueang.knowledge import read


def told(project) -> list[str]:
    return [str(found) for found in read(project)[1] if found.rule in ("alias-twice", "alias-is-a-name")]


def test_an_alias_of_two_records_is_told_with_both_places(project, change):
    change("data/faq/basics.yml", "also: [", "also: [ทดลองคำ, ")
    change("data/faq/support.yml", "also: [", "also: ['ทดลอง คำ', ")
    [problem] = told(project)
    assert problem.startswith("data/faq/support.yml:")
    assert "'ทดลอง คำ' leads to the FAQ entry 'are-they-the-same' as well (data/faq/basics.yml:" in problem


def test_an_alias_that_is_another_records_name_is_told_however_it_is_spelt(project, change):
    change("data/faq/basics.yml", "also: [", "also: ['ธ.ก.ส.', ")
    change("data/guides/register-otop.yml", "also: [", "also: [Cooperative, ")
    problems = told(project)
    assert len(problems) == 2
    assert "is the name of the term 'baac' (data/glossary.yml:" in problems[0]
    assert "'Cooperative' is the name of" in problems[1]


def test_one_thing_told_as_a_term_and_as_a_system_may_share_its_names(project):
    assert told(project) == []
