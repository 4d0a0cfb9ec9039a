//! Lets only so many pass in a minute: of each address, so that one keeps nobody else out, and of all together.

use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Mutex, PoisonError};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use chrono::{DateTime, TimeDelta, Utc};

use crate::error::PageError;

/// Of one address in a minute: a whole hokimiyat may stand behind it.
const OF_ONE: usize = 120;
/// Of all in a minute: far more than a region needs, far fewer than would fill its disk.
const OF_ALL: usize = 600;
/// So many addresses are told apart; of more in one minute, only all together are counted.
const MANY: usize = 1_000;

/// Lets so many pass in a minute.
#[derive(Debug)]
pub(crate) struct Turnstile {
    most: usize,
    /// When the last ones passed.
    last: Mutex<VecDeque<DateTime<Utc>>>,
}

impl Turnstile {
    /// One that lets `most` pass in a minute.
    pub(crate) fn of(most: usize) -> Self {
        Self { most, last: Mutex::default() }
    }

    pub(crate) fn pass(&self, now: DateTime<Utc>) -> Result<(), PageError> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        while last.front().is_some_and(|first| !is_fresh(*first, now)) {
            last.pop_front();
        }
        if last.len() >= self.most {
            return Err(PageError::Busy);
        }
        last.push_back(now);
        Ok(())
    }

    fn is_idle(&self, now: DateTime<Utc>) -> bool {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.back().is_none_or(|last| !is_fresh(*last, now))
    }
}

fn is_fresh(passed: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - passed < TimeDelta::minutes(1)
}

/// A turnstile for each address, and one behind all of them.
#[derive(Debug)]
pub(crate) struct Turnstiles {
    of_each: Mutex<Each>,
    of_all: Turnstile,
}

#[derive(Debug, Default)]
struct Each {
    of: HashMap<IpAddr, Turnstile>,
    /// When those who had not come for a minute were last forgotten.
    swept: Option<DateTime<Utc>>,
}

impl Default for Turnstiles {
    fn default() -> Self {
        Self { of_each: Mutex::default(), of_all: Turnstile::of(OF_ALL) }
    }
}

impl Turnstiles {
    pub(crate) fn pass(&self, from: Address, now: DateTime<Utc>) -> Result<(), PageError> {
        let mut each = self.of_each.lock().unwrap_or_else(PoisonError::into_inner);
        if each.of.len() >= MANY && each.swept.is_none_or(|swept| !is_fresh(swept, now)) {
            each.of.retain(|_, one| !one.is_idle(now));
            each.swept = Some(now);
        }
        let from = from.network();
        if each.of.len() < MANY || each.of.contains_key(&from) {
            each.of.entry(from).or_insert_with(|| Turnstile::of(OF_ONE)).pass(now)?;
        }
        self.of_all.pass(now)
    }
}

/// From where a request came, as far as that can be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Address(IpAddr);

impl Address {
    /// The other side of the connection; for a proxy of this machine, whoever it names last: what stands before that, anybody
    /// may have written.
    fn of(peer: Option<IpAddr>, headers: &HeaderMap) -> Self {
        let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        let named = || {
            let last = headers.get_all("x-forwarded-for").iter().next_back()?;
            last.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
        };
        Self(if peer.is_loopback() { named().unwrap_or(peer) } else { peer })
    }

    /// One subscriber of IPv6 has 2^64 addresses.
    fn network(self) -> IpAddr {
        match self.0 {
            IpAddr::V4(_) => self.0,
            IpAddr::V6(address) => match address.to_ipv4_mapped() {
                Some(address) => IpAddr::V4(address),
                None => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
            },
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Address {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
        Ok(Self::of(peer, &parts.headers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> DateTime<Utc> {
        DateTime::from_timestamp(1_790_000_000, 0).unwrap()
    }

    fn address(of: &str) -> Address {
        Address(of.parse().unwrap())
    }

    #[test]
    fn who_asks_without_end_is_stopped_and_after_a_minute_goes_on() {
        let turnstile = Turnstile::of(3);
        for _ in 0..3 {
            assert!(turnstile.pass(start()).is_ok());
        }
        assert!(matches!(turnstile.pass(start() + TimeDelta::seconds(59)), Err(PageError::Busy)));
        assert!(turnstile.pass(start() + TimeDelta::seconds(60)).is_ok());
    }

    #[test]
    fn one_address_keeps_no_other_out() {
        let turnstiles = Turnstiles::default();
        let (greedy, other) = (address("203.0.113.7"), address("203.0.113.8"));
        let passed = (0..1_000).filter(|_| turnstiles.pass(greedy, start()).is_ok()).count();
        assert_eq!(passed, OF_ONE);
        assert!(turnstiles.pass(other, start()).is_ok());
        // All together are bounded as well, however many addresses they have.
        let many = (0..100_000_u32).map(|number| Address(IpAddr::V4(Ipv4Addr::from_bits(number))));
        let passed = many.filter(|one| turnstiles.pass(*one, start()).is_ok()).count();
        assert_eq!(passed, OF_ALL - OF_ONE - 1);
        assert!(turnstiles.pass(greedy, start() + TimeDelta::minutes(1)).is_ok());
    }

    #[test]
    fn only_a_proxy_of_this_machine_is_believed_and_only_its_own_word() {
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", "198.51.100.1, 203.0.113.7".parse().unwrap());
        let seen = |peer: &str, headers: &HeaderMap| Address::of(Some(peer.parse().unwrap()), headers);
        assert_eq!(seen("127.0.0.1", &headers), address("203.0.113.7"));
        assert_eq!(seen("::1", &headers), address("203.0.113.7"));
        assert_eq!(seen("192.0.2.4", &headers), address("192.0.2.4"));
        assert_eq!(seen("127.0.0.1", &HeaderMap::new()), address("127.0.0.1"));
        headers.insert("x-forwarded-for", "nonsense".parse().unwrap());
        assert_eq!(seen("127.0.0.1", &headers), address("127.0.0.1"));
    }

    #[test]
    fn neighbours_in_ipv6_are_one() {
        assert_eq!(address("2001:db8::1").network(), address("2001:db8::ffff:1").network());
        assert_ne!(address("2001:db8::1").network(), address("2001:db8:0:1::1").network());
        assert_eq!(address("::ffff:203.0.113.7").network(), address("203.0.113.7").network());
    }
}
