import React, { useState } from "react";
// Imported before the first render, so that React finds the element's properties.
import "gca-assessment";

export default function App() {
  const [overall, setOverall] = useState(null);
  return (
    <main>
      <h1>National self-assessment</h1>
      <p role="status">{overall?.display == null ? "No score yet." : `Score so far: ${overall.display}`}</p>
      <gca-assessment mode="full" storageKey="react" share="score" ongca-change={(event) => setOverall(event.detail.overall)} />
    </main>
  );
}
