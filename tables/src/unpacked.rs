//! How much a workbook unpacks to, asked before anything reads it: twenty megabytes of an archive can hold as many gigabytes,
//! and the reader of workbooks keeps all words of one in memory.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use crate::faults::What;

/// What all parts of a workbook unpack to at most. A table of as many rows as are read takes a quarter of it.
pub(crate) const MOST_UNPACKED: u64 = 128 * 1024 * 1024;
/// No workbook of a table has so many parts.
const MOST_PARTS: usize = 1000;

/// Refuses an archive that unpacks to too much. The sizes that an archive tells of itself may be wrong, so it is unpacked piece by
/// piece, and nothing of it is kept.
pub(crate) fn check(content: &[u8]) -> Result<(), What> {
    let broken = |cause: String| What::Workbook { cause };
    let mut archive = ZipArchive::new(Cursor::new(content)).map_err(|error| broken(error.to_string()))?;
    if archive.len() > MOST_PARTS {
        return Err(What::UnpacksTooMuch { limit: MOST_UNPACKED });
    }
    let mut left = MOST_UNPACKED;
    for number in 0..archive.len() {
        let part = archive.by_index(number).map_err(|error| broken(error.to_string()))?;
        // One byte more than there is room for tells that there is no room.
        let unpacked = io::copy(&mut part.take(left + 1), &mut io::sink());
        let unpacked = unpacked.map_err(|error| broken(error.to_string()))?;
        left = left.checked_sub(unpacked).ok_or(What::UnpacksTooMuch { limit: MOST_UNPACKED })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;
    use crate::faults::Faults;
    use crate::grid::readings;

    /// A workbook whose words are so many megabytes of one letter, in so many parts.
    fn bomb(megabytes: usize, parts: usize) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let piece = vec![b'a'; 1024 * 1024];
        for part in 0..parts {
            let name = format!("xl/sharedStrings{part}.xml");
            archive.start_file(name, SimpleFileOptions::default()).unwrap();
            for _ in 0..megabytes {
                archive.write_all(&piece).unwrap();
            }
        }
        archive.finish().unwrap().into_inner()
    }

    fn faults_of(content: &[u8]) -> Vec<What> {
        let mut faults = Faults::new("bomb.xlsx");
        assert!(readings(content, &mut faults).is_empty());
        faults.whats()
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused_in_words_before_it_is_read() {
        for (megabytes, parts) in [(129, 1), (26, 5)] {
            let bomb = bomb(megabytes, parts);
            assert!(bomb.len() < 1024 * 1024, "{} bytes", bomb.len());
            assert_eq!(faults_of(&bomb), [What::UnpacksTooMuch { limit: MOST_UNPACKED }]);
        }
        assert_eq!(faults_of(&bomb(0, MOST_PARTS + 1)), [What::UnpacksTooMuch { limit: MOST_UNPACKED }]);
    }

    #[test]
    fn a_size_that_an_archive_tells_of_itself_is_not_believed() {
        let mut bomb = bomb(129, 1);
        // The size before packing stands in the directory, 24 bytes after its sign.
        let sign = bomb.windows(4).rposition(|bytes| bytes == b"PK\x01\x02").unwrap();
        bomb[sign + 24..sign + 28].copy_from_slice(&1000_u32.to_le_bytes());
        let faults = faults_of(&bomb);
        let is_refused = matches!(faults[..], [What::UnpacksTooMuch { .. } | What::Workbook { .. }]);
        assert!(is_refused, "{faults:?}");
    }

    #[test]
    fn few_parts_of_little_are_let_through() {
        assert_eq!(check(&bomb(1, 3)), Ok(()));
    }
}
