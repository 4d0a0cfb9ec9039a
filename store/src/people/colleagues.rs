//! Who works where: the people from whom a substitute or a new doer is chosen.

use chrono::NaiveDate;
use domain::ids::OrganisationId;
use domain::people::{Tree, Who};

use super::{Recipient, RecipientRow, select_recipients, who};
use crate::query::all;
use crate::{Conn, StoreError};

/// So many are looked at: a list of buttons shows fewer.
const MOST: i64 = 40;

/// The officers, heads and observers of an organisation and of the units below it to whom a message goes, those of the
/// organisation itself first; each with what they may do on `today`.
pub async fn colleagues(
    conn: &mut Conn,
    organisation: OrganisationId,
    tree: &Tree,
    today: NaiveDate,
) -> Result<Vec<(Recipient, Who)>, StoreError> {
    let units = serde_json::json!(tree.below(organisation)).to_string();
    let rows = all!(
        conn,
        RecipientRow,
        select_recipients!(
            "FROM role_grant JOIN person ON person.id = role_grant.person_id
             WHERE role_grant.organisation_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))
               AND role_grant.role IN ('officer', 'head', 'observer') AND role_grant.ended_at IS NULL
               AND person.active = $2 AND person.telegram_id IS NOT NULL AND person.unreachable_since IS NULL
             GROUP BY person.id
             ORDER BY MIN(CASE WHEN role_grant.organisation_id = $3 THEN 0 ELSE 1 END), person.name, person.id LIMIT $4"
        ),
        units,
        true,
        organisation.0,
        MOST,
    )?;
    let mut colleagues = Vec::with_capacity(rows.len());
    for row in rows {
        let recipient = row.read()?;
        if let Some(who) = who(conn, recipient.person, today).await? {
            colleagues.push((recipient, who));
        }
    }
    Ok(colleagues)
}
