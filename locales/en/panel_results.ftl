### Public results, their publication, and the figures of ratings in the panel. Plain text.

## What the pages of results are called

results-title = Citizens’ ratings: public results
results-lead = What citizens said of the public services of the city, by quarter, half-year and year.
# $half: 1 or 2. $year: four digits.
results-half = { $half ->
    [1] H1 { $year }
   *[2] H2 { $year }
}
results-none = Nothing is published yet. Results appear here after a quarter, when the deputy hokim publishes them.
results-periods = Published periods
# $count: ratings.
results-of = { $count ->
    [one] { $count } rating
   *[other] { $count } ratings
}
results-satisfied = Satisfied: marks 4 and 5
# $high, $low: the ends of a 95 % interval. $share: the share itself.
results-share = { $share } (95% interval { $low } – { $high })
results-organisations = By organisation
results-organisation = Organisation
results-services = By service
results-place = Place
# $best, $worst: places.
results-place-range = { $best }–{ $worst }
# $number: among how many.
results-place-of = of { $number }
results-interval = 95% interval
results-satisfied-short = Satisfied
results-hidden = not shown
results-hidden-note = “Not shown”: fewer than 10 ratings, or hidden so that fewer than 10 cannot be worked out by subtraction.
results-place-note = Where intervals overlap, the marks cannot tell who is better. Then the place is a range.
# $left, $waiting: numbers of ratings.
results-set-aside = Suspicious ratings of this period are set apart and not counted: { $waiting } wait for a reviewer, { $left } were left out.
results-own = This is the hokimiyat’s own survey. It does not replace the rating on the Single portal, my.gov.uz.
# $date: a day. $version: a number.
results-published = Published on { $date }, version { $version }
# $reason: words of a person.
results-corrected = Correction: { $reason }
results-replaced = A later version has replaced this one.
results-newest = Show the latest version
results-versions = Versions
# $version: a number.
results-version = Version { $version }
results-sum-of = Sum of the published quarters
results-hash = SHA-256 of the open data
results-counted = How this is counted
results-data = Open data
results-back = All results
results-badge = Badge for a website
results-badge-text = It always shows the last published period. Put this line into the page:
# In the picture itself: short.
badge-label = citizens’ rating
badge-none = no results yet
# $count: ratings. $mean: a number. $period: a quarter or the like. $service: a name.
badge-title = { $service }: mean rating { $mean } of 5, { $count } ratings, { $period }
# $service: a name.
badge-title-none = { $service }: no published results yet

## How this is counted

counted-lead = In plain words, with the formulas. The same rules hold in the panel and in the public results.
counted-marks = What is counted
counted-marks-text = One rating is a mark from 1 to 5 that a person gave to a service on one day. A later mark of the same person for the same service on the same day replaces the earlier one. Who it was is not kept.
counted-mean = Mean
counted-mean-text = All marks are added and divided by their number. Every rating weighs the same: in the mean of an organisation, a service with many ratings weighs more than one with few. Nothing is weighted in any other way.
counted-interval = Interval of the mean
# $least: the smallest variance. $number, $quantile, $spread: letters of the formula.
counted-interval-text = Those who rated are some of those who were served, so another day could have given another mean. The interval says within which bounds the mean lies with 95% confidence (Student’s interval: { $number } is the number of marks, { $spread } their standard deviation, { $quantile } the quantile for one less than their number). When all marks are the same, the variance is taken as { $least } and not as zero: nobody can be that sure.
counted-share = Share of the satisfied
counted-share-text = Satisfied are those who gave 4 or 5; the share is theirs among all. Its 95% interval is Wilson’s. Percentages are cut and not rounded: 100% stands only where it is all of them.
counted-places = Places
counted-places-text = One is placed above another only when its interval of the mean lies above the other as a whole. Where intervals overlap, the order is not known: the place is shown as a range, such as 1–3.
counted-few = When there are few
counted-few-text = Of a service or an organisation with fewer than 10 ratings nothing is shown. If what is left after subtracting the shown ones from their total were fewer than 10, one more is hidden, the smallest, so that nobody can work the few out.
counted-apart = Set apart
counted-apart-text = Marks that look as if no citizens had given them, such as thirty equal ones in ten minutes at one point, are set apart. They are in no figure until a reviewer decides; those that the reviewer accepts are counted, the others are left out. Beside the results stands how many they are, and nothing disappears in silence.
counted-periods = Quarter, half-year, year
counted-periods-text = A quarter is counted from the ratings of its days. A half-year and a year are the sums of the published quarters; a service that is not shown in one of them is not shown in the sum.
counted-frozen = Published is frozen
counted-frozen-text = Results are published by the deputy hokim after the end of the period. They are then never changed or counted again. A correction is a new version beside the old one, with its reason; both stay. Between two versions fewer than 10 ratings never change: where fewer came or went, a figure stays as it was published, or is not shown.
counted-funnel = From scan to answer
counted-funnel-text = “Opened” counts how often the question was opened by a code; a person who scans twice counts twice, since nobody is recognised there. “Rated”, “with words” and “answered” count ratings of the same days.
counted-limits = What the figures cannot tell
counted-limits-text = People choose themselves whether to rate, so the figures tell of those who did, not of everybody who was served.

## Open data

data-lead = The published results as files, free for any use. Please name the source.
data-files = Addresses
data-file-index = All that was published: period, version, day, hash
data-file-json = One period, its latest version, as JSON
data-file-csv = The same as a table, CSV in UTF-8 with commas
data-file-version = One version, JSON or CSV: it never changes
data-file-badge = The badge of a service as SVG, in any of the four languages
data-fields = Fields
data-field-n = number of ratings
data-field-marks = number of each mark, from 1 to 5
data-field-mean = mean mark, and the ends of its 95% interval
data-field-satisfied = share of marks 4 and 5 from 0 to 1, and the ends of its 95% interval
data-field-place = best and worst possible place, and among how many
data-field-empty = empty when it is not shown
data-field-key = short name that stays the same from period to period
data-hash = Checking the hash
data-hash-text = The hash beside each result is the SHA-256 of the JSON file of that version, byte for byte. To check it:
data-promise = What you can rely on
# $header: the name of a header. $path: the beginning of addresses.
data-promise-text = The addresses under { $path } keep their shape: fields may be added, none is removed or changes its meaning. Each answer has an ETag; asked with { $header }, what has not changed is answered by 304 without a body. In CSV, words that a spreadsheet could take for a formula begin with an apostrophe.

## Publishing, in the panel

publish-title = Publishing results
publish-lead = What you publish here everybody can read. It is frozen: nobody can change or take it back; a correction is a new version.
publish-open = Publish results
publish-see = Public results
publish-period = Period
publish-state = State
publish-look = Look and publish
publish-correct = Correct
publish-not-yet = not published
publish-waits = first publish its quarters
publish-nothing = No quarter with ratings is over yet.
# $period: a quarter or the like.
publish-preview = What will be public: { $period }
# $count: services.
publish-few = { $count ->
    [one] { $count } service has fewer than 10 ratings and is not shown.
   *[other] { $count } services have fewer than 10 ratings and are not shown.
}
# $count: organisations and services.
publish-held = { $count ->
    [one] { $count } more row is hidden, so that those few cannot be worked out.
   *[other] { $count } more rows are hidden, so that those few cannot be worked out.
}
# $count: organisations and services.
publish-kept = { $count ->
    [one] In { $count } row fewer than 10 ratings changed since they were published. It stays as it was, and so do the sums.
   *[other] In { $count } rows fewer than 10 ratings changed since they were published. They stay as they were, and so do the sums.
}
publish-empty = There are fewer than 10 ratings in this period: nothing would be shown.
# $version: a number.
publish-replaces = Version { $version } is published. This becomes the next version; the old one stays readable.
publish-same = The figures are the same as in the published version. There is nothing to correct.
publish-reason = Why is it corrected? The reason will be public.
publish-confirm = I have looked at the figures. They become public and stay so.
publish-confirm-missing = Confirm that you have looked at the figures.
publish-button = Publish for everybody
publish-done = Published. Everybody can read it now.
refusal-period-not-ready = This period cannot be published yet: it is not over, or one of its quarters is not published.
refusal-figures-changed = The figures have changed since you looked. Look at them again before you publish.
refusal-nothing-to-publish = The published version says the same already.

## Ratings in the panel

ratings-weeks = Mean rating, 12 weeks
ratings-weeks-few = The line appears once there are enough ratings in at least 3 weeks.
ratings-week = Week from
ratings-funnel = From scan to answer
ratings-opened = Opened the question
ratings-rated = Rated
ratings-commented = With words
ratings-answered = Answered
# $share: a percentage.
ratings-of-opened = { $share } of those opened
# $share: a percentage.
ratings-of-rated = { $share } of the ratings
