//! Tests of the built file in three browser engines.
