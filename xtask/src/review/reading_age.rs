//! A rough reading age: the Flesch–Kincaid grade of a text, and five.
//!
//! It counts words, sentences and syllables, nothing else. A short sentence with a hard word gets a low age, and
//! “section 117 aftercare” a high one. It shows which texts to look at, not which are easy to understand.

/// Texts above this age are flagged.
pub const LIMIT: f32 = 11.0;
/// A text with fewer words says too little for a number.
const FEWEST_WORDS: usize = 15;

/// The reading age of a text in years; nothing if it is too short to say.
///
/// An item of a list, or a line on its own, is a sentence.
pub fn reading_age(text: &str) -> Option<f32> {
    measure(text, FEWEST_WORDS)
}

/// The reading age of a line that stands alone and large, such as a question: however short it is, it is read by itself.
pub fn line_age(line: &str) -> Option<f32> {
    measure(line, 1)
}

fn measure(text: &str, fewest_words: usize) -> Option<f32> {
    let (mut sentences, mut words, mut syllables) = (0usize, 0usize, 0usize);
    for sentence in text.split(['.', '?', '!', ':', ';', '\n']) {
        let before = words;
        for word in sentence.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '’' | '\'')))
        {
            if word.chars().any(char::is_alphanumeric) {
                words += 1;
                syllables += count_syllables(word);
            }
        }
        sentences += usize::from(words > before);
    }
    if words < fewest_words {
        return None;
    }
    let (sentences, words, syllables) = (sentences as f32, words as f32, syllables as f32);
    let grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    Some((grade + 5.0).max(5.0))
}

/// The syllables of an English word, by its groups of vowels. A number is said as its digits are.
fn count_syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphabetic()).collect();
    if letters.is_empty() {
        return digits.max(1);
    }
    let is_vowel = |letter: &char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let starts =
        (0..letters.len()).filter(|at| is_vowel(&letters[*at]) && (*at == 0 || !is_vowel(&letters[at - 1])));
    let mut count = starts.count();
    let ends = |end: &str| word.ends_with(end);
    // A final “e” is silent, and mostly so is that of “-ed”; not that of “-le” after a consonant.
    let before = |back: usize| letters.len().checked_sub(back).map(|at| letters[at]);
    let silent_e = ends("e") && !(ends("le") && before(3).is_some_and(|letter| !is_vowel(&letter)));
    let silent_ed = ends("ed") && !matches!(before(3), Some('t' | 'd'));
    if (silent_e || silent_ed) && before(2).is_some_and(|letter| ends("ed") || !is_vowel(&letter)) {
        count = count.saturating_sub(1);
    }
    count.max(1) + digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_syllables() {
        for (word, count) in [
            ("cat", 1),
            ("the", 1),
            ("section", 2),
            ("aftercare", 3),
            ("hospital", 3),
            ("asked", 1),
            ("ended", 2),
            ("table", 2),
            ("free", 1),
            ("you’re", 1),
            ("117", 3),
            ("I", 1),
        ] {
            assert_eq!(count_syllables(word), count, "{word}");
        }
    }

    #[test]
    fn plain_sentences_are_young_and_legal_ones_are_not() {
        let plain = "The cat sat on the mat. The dog ran to the cat. Then they both sat down on the mat.";
        assert!(reading_age(plain).is_some_and(|age| age < 7.0), "{:?}", reading_age(plain));
        let legal = "It shall be the duty of the clinical commissioning group and of the local social services \
                     authority to provide, in co-operation with relevant voluntary agencies, aftercare services.";
        assert!(reading_age(legal).is_some_and(|age| age > 16.0), "{:?}", reading_age(legal));
        let list = "You can ask for:\n- a copy of the plan\n- the name of your worker\n- the date of the next meeting";
        assert!(reading_age(list).is_some_and(|age| age < LIMIT), "{:?}", reading_age(list));
        assert_eq!(reading_age("Ask them in writing."), None, "too short");
        assert_eq!(reading_age(""), None);
    }
}
