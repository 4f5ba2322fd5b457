// Packages whose types ask for Node's get this in code that runs anywhere: nothing, so that no stage sees them.
export {};
