### The pages of imports. Plain text.

import-title = Import of tables
import-lead = First you see what the file would change. It is written only when every row is right and you confirm; otherwise nothing changes.
import-open = Import a table
import-plan = Plan of measures
import-about-plan = A plan as offices make it: measures, deadlines in words, and who is responsible. The rule of a deadline is read from its words; what is not certain waits for you to confirm it.
import-about-organisations = Organisations and below whom they stand. One whose key is known is updated.
import-about-services = Services and the organisations that give them. A new service gets its point and QR code by itself.
import-about-people = People and their roles. Each of them joins afterwards by a one-time link.
import-about-calendar = Holidays and moved working days. The deadlines of open assignments move with them.
import-columns = Columns
import-sample = Download a sample file
import-file = File: CSV or XLSX
# $limit: a size.
import-limit = { $limit } at most. A larger file is imported on the server: nazorat import.
import-number = Number of the decree
import-adopted = Day on which the decree was adopted
import-plan-title = Title of the plan (optional)
import-look = See what would change
import-no-file = Choose a file.
import-empty-file = The file is empty. Choose a file with a table.
import-no-number = Write the number of the decree.
import-no-day = Choose the day on which the decree was adopted.
import-not-kept = The file that you looked at is not kept any more, or was replaced. Choose it again.
import-would = What would change
import-nothing-yet = Nothing has been written yet. Look through the list, then confirm.
# $until: a moment.
import-kept-until = The file is kept until { $until }.
import-carry-out = Write it
import-other = Choose another file
import-wrong = The file has mistakes, nothing was written
import-mend = Mend the file and bring it again.
import-row = Row
import-change = What happens
import-about = About the table
# The column that names what a row brings.
import-entry = Entry
import-more-rows = { $count ->
    [one] … and { $count } more row.
   *[other] … and { $count } more rows.
}
