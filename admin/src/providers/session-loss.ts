type Listener = () => void;
const listeners = new Set<Listener>();
let lost = false;

/** Whether the server has said that the session is over while pages were open. */
export const sessionLoss = {
  get: () => lost,
  set(value: boolean) {
    if (lost === value) return;
    lost = value;
    for (const listener of listeners) listener();
  },
  subscribe(listener: Listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
