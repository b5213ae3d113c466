//! Says what is being done, and every ten seconds that it still is.

use std::io::Write;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// A step that is under way. It ends when this is dropped.
pub struct Step {
    name: String,
    begun: Instant,
    running: Option<Sender<()>>,
    ticker: Option<JoinHandle<()>>,
}

impl Step {
    /// Says that a step begins.
    pub fn begin(name: &str) -> Self {
        let begun = Instant::now();
        say(&format!("{name} …"));
        let (running, stopped) = channel();
        let shown = name.to_owned();
        let ticker = std::thread::spawn(move || tick(&shown, begun, &stopped));
        Self { name: name.to_owned(), begun, running: Some(running), ticker: Some(ticker) }
    }

    /// Says that it is done, and how long it took.
    pub fn done(self) -> Duration {
        let name = self.name.clone();
        let took = self.stop();
        say(&format!("{name}: done, {:.1} s", took.as_secs_f32()));
        took
    }

    /// Ends it without a word, and gives how long it took.
    pub fn stop(mut self) -> Duration {
        self.silence();
        self.begun.elapsed()
    }

    fn silence(&mut self) {
        drop(self.running.take());
        if let Some(ticker) = self.ticker.take() {
            let _ = ticker.join();
        }
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        self.silence();
    }
}

fn tick(name: &str, begun: Instant, stopped: &Receiver<()>) {
    while let Err(RecvTimeoutError::Timeout) = stopped.recv_timeout(Duration::from_secs(10)) {
        say(&format!("{name} … {} s", begun.elapsed().as_secs()));
    }
}

/// One line for people, beside whatever the tools print themselves.
pub fn say(line: &str) {
    // Nobody is listening any more: no reason to stop.
    let _ = writeln!(std::io::stderr(), "» {line}");
}
