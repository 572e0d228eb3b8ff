"""What must be true of the knowledge as a whole: one rule per function, knowledge in, problems out.

A rule is pure: it reads, and yields problems; it never prints, raises or mends.
"""

from . import (
    aliases,
    choose_tree,
    colours,
    coverage,
    dates,
    evidence,
    ids,
    links,
    numbers,
    references,
    spelling,
    wording,
)

RULES = (
    ids.no_id_twice,
    ids.no_old_id_in_use,
    ids.no_old_place_in_use,
    ids.no_word_explained_twice,
    references.answers_answer_known_questions,
    references.citations_name_known_sources,
    references.records_name_known_systems,
    references.records_name_known_records,
    links.texts_link_to_known_records,
    links.changes_link_to_known_records,
    links.sources_without_address_say_why,
    evidence.statements_rest_on_something,
    evidence.figures_say_their_day,
    dates.what_ends_ends_after_it_began,
    dates.sources_are_checked_after_they_are_published,
    dates.events_are_in_order,
    dates.changes_are_in_order,
    choose_tree.every_path_ends_in_a_result,
    choose_tree.no_path_runs_in_a_circle,
    wording.wordings_have_the_same_slots,
    colours.colours_can_be_read,
    colours.colours_can_be_told_apart,
    numbers.languages_give_the_same_numbers,
    aliases.aliases_lead_to_one_thing,
    spelling.texts_avoid_forbidden_spellings,
    coverage.questions_without_an_answer,
    coverage.sources_nobody_cites,
    coverage.statements_that_have_ended,
    coverage.sources_not_checked_for_long,
    coverage.cells_too_long_for_a_cell,
    coverage.names_too_long_for_a_phone,
    coverage.systems_without_a_colour,
)
