# Reports for leaders: the pages, and what stands in PDF, XLSX and CSV.
nav-reports = Reports
reports-lead = A report keeps the figures of the moment at which it was made: nothing in it changes later, and its files are the same each time.
reports-make = New report
reports-what = Kind of report
reports-about = Organisation
# An organisation that was closed, among those a report may be about.
reports-closed = { $name } (closed)
reports-sheet = Sheet for the meeting
reports-sheet-today = Sheet: how things stand today
reports-sheet-day = Sheet: how things stood at the end of { $day }
reports-months = Monthly report
reports-years = Yearly report
reports-button = Make it
reports-wrong = Choose a kind of report and an organisation from the list.
reports-none = No report has been made yet. Choose a kind and an organisation, and make the first.
reports-report = Report
reports-made = Made
reports-who = By whom
reports-event = Latest event
reports-number = No { $number }
reports-a4 = A4 sheet
# $month: "November 2026"; $year: "2026".
report-month = How assignments were carried out: { $month }
report-year = How assignments were carried out: { $year }
# $day: "1 December 2026".
report-as-of = As of { $day }
# $rate: "74.8%"; $due: how many fell due; $done: how many of them were reported on time.
report-lead = { $due ->
    [one] { $due } assignment has
   *[other] { $due } assignments have
} fallen due, { $done } of them done on time: { $rate }.
report-lead-none = Nothing has fallen due in this period.
report-expected = All assignments
report-fell-due = Fallen due
report-on-time = On time
report-late = Late
report-extended = Given more time
report-cancelled = Cancelled
report-rate = Done on time
report-rate-original = Done on time by the original days
report-mean = Mark of citizens
report-marks = Number of marks
report-answers = Answers to low marks
# Below the figures. $least: from how many marks on a mean is told.
report-how = Done on time: what was handed in on time, as a share of all that fell due; what was cancelled does not count. With fewer than { $least } marks no mean is shown.
# Heads of narrow columns.
report-column-late = Late
report-column-rate = On-time rate
report-column-original = By original days
report-column-marks = Marks
report-organisations = By organisation
report-overdue = Overdue assignments
report-by-month = By month
report-month-name = Month
report-days = Days late
report-said = Last answer
report-all = Total
# $id: its number; $moment: when it was made; $name: by whom; $event: the number of the latest event in it.
report-foot = Report No { $id } · made { $moment } · { $name } · latest event No { $event }
report-frozen = The figures were kept as of { $moment } and do not change.
report-files = Files
report-summary = Summary
# The list of obligations as a file.
export-files = Download
export-plan = Plan
export-point = Item
export-period = Period
export-original = Original deadline
export-promised = Promised day
export-reported = Handed in on
export-link = Assignment No
# Heads of the table of single figures in CSV.
report-figure = Figure
report-value = Value
# Files that take long: their pages. $percent: "40 %"; $size: "3 MB".
exports-title = Prepared files
exports-lead = Large files are prepared while you go on working. They stay here for a day at most; you can have them prepared again at any time.
exports-none = No file was prepared today. A report or a list that takes longer than a few seconds appears here by itself.
exports-file = File
exports-state = How far it is
exports-begun = Asked for
exports-waiting = Waiting for its turn
exports-making = Being prepared: { $percent }
exports-ready = Ready, { $size }
exports-failed = The file could not be prepared. Have it prepared again; if it happens once more, tell the administrator.
exports-interrupted = The service was restarted before the file was ready. Have it prepared again.
exports-leave = You may leave this page: the file is prepared all the same, and you will find it under “Prepared files”.
exports-download = Download
exports-again = Prepare it again
