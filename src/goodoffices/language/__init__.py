"""General knowledge of language; no claim, no case, no file. Pure functions over text; what they find says where it stands.

Every result is frozen and gives its place as `start` and `end` in code points of the text. Languages are ISO codes; known throughout
are English, Ukrainian, Russian and Turkish (`en`, `uk`, `ru`, `tr`); of another one a function finds what needs no words of it.

| asked | module | function | answer |
|---|---|---|---|
| which language is it? | `which_language` | `language_of(text)` | `"uk"` |
| where do sentences stand? | `sentences` | `sentences(text, language)` | `Sentence(number, start, end, text, heading, paragraph)` |
| which words, under which stem? | `wording` | `words(text, language)` | `Word(start, end, folded, stem)` |
| which days, ranges, times? | `days.reading` | `days(text, own, language)` | `Dated(start, end, day, full, last, other, time)` |
| when was it printed? | `days.printed` | `day_of_print(text, language)` | `Dated` or None |
| which numbers of what? | `quantities.quantity` | `quantities(text, language)` | `Quantity(low, high, units, start, end)` |
| what denies, hedges, conditions? | `hedging` | `marks(text, language)` | `Mark(kind, start, end)` |
| where does a name stand? | `folding` | `Folded.of(text).find(name)` | `Span(start, end)` |
| how is a text with broken lines, ligatures, odd accents read? | `legible` | `legible(text)` | `Legible(letters).span(start, end)` |
| may two prints be one name? | `transliteration` | `same_letters(a, b)`, `latin(name)` | across alphabets |
| are two texts copies? | `copies` | `copies(prints)` | `Copy(of, key, share)` |

For short English values: `wording.wording`, `overlap` and `shared`, `quantities.quantity.conflict`, `polarity.has_negator`,
`stems.meaning`. Nothing is imported here: who compares two numbers need not wait for the grammar of days. Read `folding.py` first.
"""
