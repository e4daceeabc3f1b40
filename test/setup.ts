import fc from "fast-check";

// Every run tries the same inputs, so that a failure is of the change and not of chance.
fc.configureGlobal({seed: 2026});
