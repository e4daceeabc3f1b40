import fc from "fast-check";

// Every run tries the same inputs, so that a failure is due to a change and not to chance.
fc.configureGlobal({seed: 2026});
