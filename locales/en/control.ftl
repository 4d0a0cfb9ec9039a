### Words of control that the bot and the panel share, and the pages of control. Plain text.

## Whom an assignment waits for

holder-officer = with the officer
holder-controller = with control
holder-deputy-hokim = with the deputy hokim
holder-for = { $holder }: { $days }
holder-just-now = new

## Why the city says no

refusal-extension-waits = More time has been asked for already; the decision is awaited.
refusal-extension-not-later = The new deadline must be a working day after the present one, and not over yet.
refusal-extension-too-far = The deadline can move by at most { $limit ->
    [one] { $limit } day
   *[other] { $limit } days
}.
refusal-extension-decided = This request has been decided already, or taken back.
refusal-own-request = You cannot decide about your own request. Another control officer will.
refusal-own-decision = You accepted this report yourself. Another control officer will re-check it.
refusal-recheck-decided = This report has been re-checked already.

## One assignment: more time

extension-form = Ask for more time
extension-form-day = New deadline
extension-form-reason = Why is more time needed?
extension-form-send = Send the request
extension-form-note = At most { $limit } days. A day off moves to the next working day.
extension-card = A request for more time
extension-card-lead = { $name } asks for more time: { $due } → { $wanted }.
extension-card-waits = The decision of control is awaited. Until then the old deadline holds.
extension-card-reason = Note (required to refuse)
extension-card-grant = Extend the deadline
extension-card-refuse = Refuse
extension-card-withdraw = Take the request back
extension-said-asked = The request went to control.
extension-said-granted = The deadline is extended. The officer will be told.
extension-said-refused = The request is refused. The officer will be told the reason.
extension-said-withdrawn = The request is taken back.
fact-original-due = Original deadline
fact-ball = Whose turn it is
fact-ball-nobody = nobody: there is no responsible officer
history-extension-asked = More time was asked for: { $due } → { $wanted }.
history-extension-granted = The deadline was extended: { $due } → { $wanted }.
history-extension-refused = More time was refused.
history-extension-withdrawn = The request for more time was taken back.
history-taken-back = Took the report back.
history-accept-undone = The acceptance was undone: the report is under review again.
history-return-undone = The return was undone: the report is under review again.
history-recheck-chosen = The report was chosen by chance for a re-check.
history-recheck-stands = Re-checked: the report stands.
history-recheck-falls = Re-checked: the report does not stand.

## Rates

rate-by-original = { $percent } by the original deadlines
org-trust = Trust rate
org-trust-of = { $stood } of { $all } re-checks stood
org-trust-none = no re-check in 12 months

## Several reports at once

together-pick = Choose: { $text }
together-panel = The chosen reports
together-accept = Accept the chosen
together-return = Return the chosen
together-reason = Reason (required to return, one for all)
together-chosen = Reports chosen: { $count }
together-accepted = Reports accepted: { $count }.
together-returned = Reports returned: { $count }.
together-left = Not done: { $count }. The reasons stand below.
together-told-at = You can undo this decision until { $time }. Then the staff are told, in working hours.
together-undo = Undo
together-undone = The decision was undone. Reports under review again: { $count }. Nobody was told.
together-not-undone = The decision was not undone.
together-stayed = The decision stands for: { $count }. The reasons stand below.
together-pick-page = Choose those on this page: { $count }
together-pick-all = Choose all that match: { $count }
together-pick-first = Choose the first: { $count }
together-pick-none = Clear the choice
together-nothing = Nothing is chosen. Please tick at least one report of the list.
together-back = Back to the list

## The page of control

control-title = Control
control-text = Requests, re-checks, and whose turn it is
control-holders = Whose turn it is
control-officer = With the officers
control-controller = With control
control-deputy-hokim = With the deputy hokim
control-patience-note = What control holds for more than { $days ->
    [one] { $days } working day
   *[other] { $days } working days
} goes to the deputy hokim.
control-extensions = Requests for more time
control-no-extensions = No request waits for a decision.
control-rechecks = Re-checks
control-rechecks-text = A part of the accepted reports is chosen by chance. Who accepted a report does not re-check it.
control-no-rechecks = There is no report for you to re-check.
control-recheck-accepted = accepted by { $name }, { $date }
control-recheck-reason = Reason (required when it does not stand)
control-stands = It stands
control-falls = It does not stand
control-said-stands = The report stands.
control-said-falls = The report does not stand. The organisation will be told.
control-settings = Settings
control-percent = What per cent of accepted reports is re-checked?
control-patience = For how many working days may control hold a matter?
control-save = Save
control-said-saved = The settings are kept.
control-wrong = The per cent is a whole number from 0 to 100, the days from 1 to { $limit }.
overview-extensions = Requests for more time that wait for a decision: { $count }
overview-deputy-hokim = Matters that control has held for too long: { $count }

## Cancelling

obligation-cancel = Cancel the assignment
obligation-cancel-reason = Why it is cancelled
obligation-cancel-yes = Cancel it
obligation-cancel-note = The assignment counts no more, and those who had to do it hear the reason. It cannot be brought back.
obligation-said-cancelled = The assignment is cancelled. Those who had to do it hear the reason.
