### Answers, their versions and proofs in the panel.

## Answers

panel-answer-required = This assignment needs proof: a file, a link, a NIS.UZ number, or a note of at least { $least } characters.
panel-answer-files = Files (optional): up to { $files }, each up to { $limit }
panel-earlier = Earlier versions: { $count }
panel-earlier-until = Version { $version }, until { $moment }
panel-earlier-empty = Without a note
panel-link = Link
panel-record = NIS.UZ number

## The proof that a measure needs

panel-proof-title = Proof
panel-proof-text = When it is required, “Done” without proof is no report: the bot and the panel ask for it.
panel-proof-welcome = Welcome
panel-proof-required = Required
panel-proof-save = Save
panel-proof-said = Saved: the need of proof was changed.
