"""What is said under a question of the matrix adds to the cells; it does not say them again."""

from __future__ import annotations

#: The share of a text's four-letter pieces that may stand in the cells as well: names have to be said twice.
MOST_REPEATED = 0.5


def pieces(text: str) -> set[str]:
    letters = "".join(letter.lower() for letter in text if letter.isalnum())
    return {letters[start : start + 4] for start in range(len(letters) - 3)}


def test_no_difference_merely_repeats_its_cells(knowledge):
    repeating = []
    for name, question in knowledge.questions.items():
        cells = [system.answers[name].short for system in knowledge.systems if name in system.answers]
        for language, words in question.difference.words.items() if question.difference else ():
            said = pieces(words)
            if len(said & pieces(" ".join(cell.words[language] for cell in cells))) > MOST_REPEATED * len(said):
                repeating.append((name, language))
    assert repeating == []
