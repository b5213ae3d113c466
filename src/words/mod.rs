//! The words: what each question and finding says.
