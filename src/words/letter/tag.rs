//! What a text of a part is tagged with: a bit each. The compiler of `content/` names them.

#![allow(missing_docs)]

pub const S0: u32 = 1;
pub const S1: u32 = 1 << 1;
pub const S2: u32 = 1 << 2;
pub const S3: u32 = 1 << 3;
pub const S4: u32 = 1 << 4;
pub const S5: u32 = 1 << 5;
pub const NOW: u32 = 1 << 6;
pub const ON_LEAVING: u32 = 1 << 7;
pub const ON_RELEASE: u32 = 1 << 8;
pub const ENGLAND: u32 = 1 << 9;
pub const WALES: u32 = 1 << 10;
pub const ME: u32 = 1 << 11;
pub const SUPPORTER: u32 = 1 << 12;
pub const CLIENT: u32 = 1 << 13;
pub const SIGNED: u32 = 1 << 14;
pub const WILL_CONFIRM: u32 = 1 << 15;
pub const BY_LAW: u32 = 1 << 16;
pub const NONE_YET: u32 = 1 << 17;

/// The bit of the tag with this name.
#[cfg(test)]
pub fn named(name: &str) -> u32 {
    match name {
        "S0" => S0,
        "S1" => S1,
        "S2" => S2,
        "S3" => S3,
        "S4" => S4,
        "S5" => S5,
        "NOW" => NOW,
        "ON_LEAVING" => ON_LEAVING,
        "ON_RELEASE" => ON_RELEASE,
        "ENGLAND" => ENGLAND,
        "WALES" => WALES,
        "ME" => ME,
        "SUPPORTER" => SUPPORTER,
        "CLIENT" => CLIENT,
        "SIGNED" => SIGNED,
        "WILL_CONFIRM" => WILL_CONFIRM,
        "BY_LAW" => BY_LAW,
        "NONE_YET" => NONE_YET,
        _ => panic!("no tag {name}"),
    }
}
