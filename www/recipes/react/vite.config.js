// Vite moves packages elsewhere for development; this one must stay beside its files.
export default { optimizeDeps: { exclude: ["gca-assessment"] } };
