import { flushSync, mount as start, unmount } from "svelte";
import App from "./App.svelte";
import { stateOf } from "./state.svelte.js";

export function mount(place, first) {
  const state = stateOf(first);
  const app = start(App, { target: place, props: { state } });
  flushSync();
  return { update: (next) => flushSync(() => (state.view = next)), unmount: () => unmount(app) };
}
