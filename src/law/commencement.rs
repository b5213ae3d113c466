//! Provisions that Parliament has passed and that had not started when the law was checked (4.6).
//!
//! Each is a dated switch. No date is set here before the commencement has been read in the official
//! text; until then a provision can be previewed, so that people who keep the law see what would change.

use super::date::Date;

/// A provision of the Mental Health Act 2025 that rules or words turn on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Provision {
    /// Section 45: the Tribunal may recommend that the bodies make plans for aftercare.
    TribunalMayRecommend,
    /// Section 46: joint notice in writing ends the duty; which council, by the deeming rules.
    NoticeAndDeeming,
    /// Section 51: registered care providers count as public authorities. No finding turns on it (4.6).
    ProvidersArePublicAuthorities,
}

impl Provision {
    /// Every such provision.
    pub const ALL: &[Self] =
        &[Self::TribunalMayRecommend, Self::NoticeAndDeeming, Self::ProvidersArePublicAuthorities];

    /// Its id: the Act and the section.
    pub const fn id(self) -> &'static str {
        match self {
            Self::TribunalMayRecommend => "mha2025.45",
            Self::NoticeAndDeeming => "mha2025.46",
            Self::ProvidersArePublicAuthorities => "mha2025.51",
        }
    }

    /// The provision with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|provision| provision.id() == id)
    }

    /// The day it started, once that has been read in the official text.
    pub const fn started(self) -> Option<Date> {
        match self {
            Self::TribunalMayRecommend | Self::NoticeAndDeeming | Self::ProvidersArePublicAuthorities => None,
        }
    }
}

/// Which of these provisions are in force.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
pub struct InForce(u8);

impl InForce {
    /// None of them: the law as it was checked.
    pub const TODAY: Self = Self(0);

    /// Those that have started by this day.
    pub fn on(day: Date) -> Self {
        let started = |provision: &&Provision| provision.started().is_some_and(|start| start <= day);
        Provision::ALL.iter().filter(started).fold(Self::TODAY, |set, provision| set.with(*provision))
    }

    /// These and one more.
    pub const fn with(self, provision: Provision) -> Self {
        Self(self.0 | 1 << provision as u8)
    }

    /// Is it in force?
    pub const fn holds(self, provision: Provision) -> bool {
        self.0 >> provision as u8 & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provision_comes_back_from_its_id() {
        let ids: Vec<_> = Provision::ALL.iter().map(|provision| provision.id()).collect();
        assert_eq!(ids, ["mha2025.45", "mha2025.46", "mha2025.51"]);
        for provision in Provision::ALL {
            assert_eq!(Provision::from_id(provision.id()), Some(*provision));
        }
        assert_eq!(Provision::from_id("mha2025.47"), None);
    }

    #[test]
    fn each_provision_is_a_switch_of_its_own() {
        for one in Provision::ALL {
            let set = InForce::TODAY.with(*one);
            // Started twice is started.
            for set in [set, set.with(*one)] {
                for other in Provision::ALL {
                    assert_eq!(set.holds(*other), other == one, "{} with {}", other.id(), one.id());
                }
            }
        }
        let all = Provision::ALL.iter().fold(InForce::TODAY, |set, provision| set.with(*provision));
        assert!(Provision::ALL.iter().all(|provision| all.holds(*provision)));
    }

    #[test]
    fn a_provision_is_in_force_from_its_day_and_never_without_one() {
        let last = Date::new(9999, 12, 31);
        for provision in Provision::ALL {
            let (id, start) = (provision.id(), provision.started());
            assert_eq!(InForce::on(last).holds(*provision), start.is_some(), "{id}");
            if let Some(start) = start {
                assert!(InForce::on(start).holds(*provision), "{id}");
                assert!(!InForce::on(start.day_before()).holds(*provision), "{id}");
            }
        }
    }
}
