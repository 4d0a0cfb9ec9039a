### Marks that are set apart until a reviewer decides. Plain text.

refusal-quarantine-decided = Somebody has decided about these marks already.

## The page

quarantine-title = Marks set apart
quarantine-text = These marks look as if they were not given by citizens at the counter. They are kept, and whoever gave them was thanked as always; they count nowhere until a control officer decides.
quarantine-waiting = Waiting for a decision
quarantine-none = Nothing waits for a decision.
quarantine-why-burst = { $count } marks of { $mark } within { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
# $count: marks of people who rated more services in a day than the limit allows.
quarantine-why-person = { $count ->
    [one] { $count } mark by somebody
   *[other] { $count } marks by people
} who rated too many services in a day
quarantine-why-point = { $count ->
    [one] { $count } mark
   *[other] { $count } marks
} above the hourly limit of the point
# What is usual: $count marks of the service that count, in the 30 days before.
quarantine-usual = In the 30 days before, the service had { $count ->
    [one] { $count } mark
   *[other] { $count } marks
}.
quarantine-pick = Choose: { $point }
quarantine-reason = Why? It is kept in the record.
quarantine-accept = Count them
quarantine-leave-out = Leave them out
quarantine-note = Marks that are left out count nowhere, and the cases that they opened are closed. How many there are is said on the boards.
quarantine-nothing = Choose at least one line.
quarantine-said-accepted = { $count ->
    [one] { $count } mark counts now.
   *[other] { $count } marks count now.
}
quarantine-said-left-out = { $count ->
    [one] { $count } mark is left out.
   *[other] { $count } marks are left out.
}

## What was decided

quarantine-decided = Decided lately
quarantine-state-accepted = counted
quarantine-state-left-out = left out

## The limits

quarantine-limits = Limits
quarantine-limit-person = Services that one person may rate in a day
quarantine-limit-point = Marks at one point in an hour
quarantine-limit-burst = Equal marks at one point that are a burst
quarantine-limit-minutes = Within so many minutes
quarantine-limits-note = 0 means no limit. What is above a limit is set apart, never refused.
quarantine-limits-wrong = Whole numbers from 0 to { $highest }; a burst is at least 2 marks, within 1 to { $minutes } minutes.
quarantine-limits-keep = Save
quarantine-said-limits = Saved. The limits hold for marks from now on.

## Elsewhere

ratings-apart-waiting = { $count ->
    [one] { $count } mark is set apart and waits for a review
   *[other] { $count } marks are set apart and wait for a review
}
ratings-apart-left-out = { $count ->
    [one] { $count } mark was left out after a review
   *[other] { $count } marks were left out after a review
}
overview-quarantine = { $count ->
    [one] { $count } suspicious mark waits
   *[other] { $count } suspicious marks wait
} for your decision
