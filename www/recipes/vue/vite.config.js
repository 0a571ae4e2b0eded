import vue from "@vitejs/plugin-vue";

export default {
  // The tag is no component of Vue.
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("gca-") } } })],
  // Vite moves packages elsewhere for development; this one must stay beside its files.
  optimizeDeps: { exclude: ["gca-assessment"] },
};
