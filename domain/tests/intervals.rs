//! The figures of ratings equal those of scipy and statsmodels: see the script in `reference`.

use domain::ratings::Counts;

const REFERENCE: &str = include_str!("reference/intervals.csv");

#[test]
fn means_shares_and_their_intervals_equal_an_independent_reference() {
    let mut rows = 0;
    for row in csv::Reader::from_reader(REFERENCE.as_bytes()).records() {
        let row = row.unwrap();
        let counts = Counts(std::array::from_fn(|mark| row[mark].parse().unwrap()));
        let (mean, share) = (counts.mean_interval().unwrap(), counts.satisfied_interval().unwrap());
        let ours = [
            counts.mean().unwrap(),
            mean.low,
            mean.high,
            counts.satisfied_share().unwrap(),
            share.low,
            share.high,
        ];
        for (place, ours) in ours.into_iter().enumerate() {
            let theirs: f64 = row[5 + place].parse().unwrap();
            assert!((ours - theirs).abs() < 1e-9, "{counts:?}: column {}: {ours} and {theirs}", 5 + place);
        }
        rows += 1;
    }
    assert!(rows > 80, "only {rows} rows");
}
