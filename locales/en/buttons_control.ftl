### Labels of the buttons about more time, several reports at once and re-checks, and the short lines after a press. Plain text.

## More time

button-more-time = More time
button-withdraw = Take it back
button-grant = ✓ Grant
button-refuse = Refuse
button-extensions = More time: { $count }
button-to-extensions = ← Requests
button-why-others = Waiting for others
button-why-volume = Much work
button-why-funding = Money, purchase
button-why-technical = Technical fault
button-whynot-not-justified = Not convincing
button-whynot-time-enough = There was time
button-whynot-urgent = Cannot wait

# The reasons as they are kept and read by the other side.
ready-why-others = Another organisation has not finished its part yet.
ready-why-volume = There is more work than was planned.
ready-why-funding = The money or the purchase is late.
ready-why-technical = A technical fault stands in the way.
ready-whynot-not-justified = The reason given is not enough for more time.
ready-whynot-time-enough = The time given was enough.
ready-whynot-urgent = This work cannot wait.

## Several reports and re-checks

button-accept-page = ✓ Accept all
button-accept-together = ✓ Yes, all { $count }
button-rechecks = Re-checks: { $count }
button-stands = ✓ It stands
button-falls = Does not stand
button-falls-not-found = Not found
button-falls-no-proof = No proof
button-falls-figures = Other figures
ready-falls-not-found = The work reported as done was not found.
ready-falls-no-proof = The evidence given does not prove the work.
ready-falls-figures = The true figures differ from the report.

## Short lines after a press, at most 200 characters

toast-extension-sent = Request sent
toast-extension-granted = Extended
toast-extension-refused = Refused
toast-extension-withdrawn = Request taken back
toast-together = Accepted: { $count }
toast-recheck-kept = Decision kept
