### What citizens say of services, in words for the chat and for the panel. Plain text.

## Reasons: also labels of buttons, so keep them short.

reason-waiting = Long wait
reason-rude = Rudeness
reason-unclear = Unclear documents
reason-papers = Needless papers
reason-money = Asked for money
reason-system = System was down
reason-access = Hard to get in
reason-unsettled = Not settled
reason-quick = Quick
reason-polite = Polite
reason-clear = Clearly explained
reason-near = Easy to reach
reason-simple = Nothing needless
reason-settled = Matter settled

## In place of the name of a point, where there is none

rated-by-name = Service found by its name
