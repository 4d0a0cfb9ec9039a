### What citizens write, in the panel. Plain text.

refusal-comment-gone = This comment is hidden already, or has a case.
themes-title = What citizens write
# $count: how many comments were looked at.
themes-text = { $count ->
    [one] { $count } comment
   *[other] { $count } comments
} of the last 90 days.
themes-hidden = { $count ->
    [one] { $count } comment is hidden.
   *[other] { $count } comments are hidden.
}
themes-counts = By theme
themes-latest = The latest
themes-none = There is no such comment.
themes-decide = Decide
themes-reason = Why is it hidden? It is kept in the record.
themes-hide = Hide
themes-case = Needs an answer
themes-words = Words by which themes are known
themes-label = A line for each theme: name, colon, beginnings of words
themes-keep = Save
themes-note = A word is found in Latin and Cyrillic letters alike, whatever follows its beginning. A ! before the name: such a comment opens a case however good the mark is.
themes-wrong = Line { $line } is no theme: a name, a colon, and words of at least three letters; at most { $most } themes.
themes-said-kept = Saved. Comments of the past are counted by it, too.
themes-said-hidden = The comment is hidden. Its mark still counts.
themes-said-case = The organisation has been asked for an answer.
