/** What the component shows; replaced as a whole. */
export function stateOf(first) {
  let view = $state.raw(first);
  return {
    get view() {
      return view;
    },
    set view(next) {
      view = next;
    },
  };
}
