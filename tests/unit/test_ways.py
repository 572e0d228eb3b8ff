"""The ways through the helper, and the drawing of all of them."""

from songfueang.site.breaking import Breaks
from songfueang.site.choose_drawing import WIDTH, choose_drawing
from songfueang.site.ways import ways


def test_every_page_of_the_helper_is_reached_by_at_least_one_way(knowledge):
    found = ways(knowledge.choose)
    for question in knowledge.choose.questions:
        assert found[f"question:{question.id}"]
    for result in knowledge.choose.results:
        assert found[f"result:{result.id}"]


def test_a_way_holds_the_answers_in_the_order_in_which_they_are_given(knowledge):
    questions = {question.id: question for question in knowledge.choose.questions}
    for key, found in ways(knowledge.choose).items():
        for way in found:
            reached = knowledge.choose.questions[0].id
            for question, option in way.steps:
                assert question.id == reached
                assert option in question.options
                reached = option.to.question or option.to.result
            assert key in (f"question:{reached}", f"result:{reached}")
            assert reached not in questions or key.startswith("question:")


def test_no_two_ways_to_a_page_share_an_anchor(knowledge):
    for found in ways(knowledge.choose).values():
        anchors = [way.anchor for way in found]
        assert len(anchors) == len(set(anchors))


def test_the_drawing_shows_every_question_every_option_and_every_result_in_every_language(knowledge):
    for language in knowledge.languages:
        drawn = choose_drawing(knowledge.choose, Breaks.of(knowledge, language))
        options = [option for question in knowledge.choose.questions for option in question.options]
        assert len(drawn.boxes) == len(knowledge.choose.questions) + len(knowledge.choose.results)
        assert len(drawn.lines) == len(options)
        said = {"".join(row.lines).replace("\u00a0", "").replace(" ", "") for box in drawn.boxes for row in box.rows}
        assert said == {option.label[language].replace(" ", "") for option in options}


def test_no_two_boxes_of_the_drawing_overlap_and_none_leaves_it(knowledge):
    drawn = choose_drawing(knowledge.choose, Breaks.of(knowledge, knowledge.languages[0]))
    for box in drawn.boxes:
        assert 0 <= box.x <= drawn.width - WIDTH
        assert 0 <= box.y <= drawn.height - box.height
        for other in drawn.boxes:
            apart = abs(box.x - other.x) >= WIDTH or box.y + box.height <= other.y or other.y + other.height <= box.y
            assert box is other or apart, (box.path, other.path)
