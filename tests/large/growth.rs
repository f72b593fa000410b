//! Whether time grows with the size of the input, and no faster.

use std::time::Instant;

/// Between what linear stages take at four times the size (4) and what quadratic ones do (16). Units: ratio.
const MOST_GROWTH: f64 = 10.0;

/// Below this the clock says more about the machine. Units: seconds.
const LEAST_TIME: f64 = 0.02;

/// Fails where `large`, four times as much as `small`, takes much more than four times as long.
pub fn assert_grows(name: &str, small: impl Fn(), large: impl Fn()) {
    let least = |run: &dyn Fn()| (0..2).map(|_| cpu_seconds(run)).fold(f64::MAX, f64::min);
    let (small, large) = (least(&small).max(LEAST_TIME), least(&large));
    assert!(large <= MOST_GROWTH * small, "{name}: {small:.3} s, then {large:.3} s for four times as much");
}

/// What this thread spent, where the system tells: others' load does not count. Units: seconds.
fn cpu_seconds(run: &dyn Fn()) -> f64 {
    let spent = || {
        let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        told.split(' ').next()?.parse::<f64>().ok()
    };
    let (start, before) = (Instant::now(), spent());
    run();
    match (before, spent()) {
        (Some(before), Some(after)) => (after - before) / 1e9,
        _ => start.elapsed().as_secs_f64(),
    }
}
