//! Putting short lists in order.

/// Sorts by a key; what has the same key stays as it was.
///
/// For a dozen entries. The library's sort is no faster there, and each list that it sorts adds kilobytes to the page.
pub(super) fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut place = end;
        while place > 0 && key(&list[place]) < key(&list[place - 1]) {
            list.swap(place, place - 1);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Numbers;

    #[test]
    fn sorts_as_the_library_does() {
        let mut numbers = Numbers(7);
        for length in 0..40 {
            let list: Vec<(usize, usize)> = (0..length).map(|place| (numbers.below(8), place)).collect();
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_by_key(&mut ours, |(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            assert_eq!(ours, theirs);
        }
    }
}
