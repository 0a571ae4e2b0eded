// A React app in TypeScript; it is compiled, never run.

import { useRef, useState } from "react";
import type { GcaAssessment } from "gca-assessment";

export default function App() {
  const element = useRef<GcaAssessment>(null);
  const [said, setSaid] = useState("");
  return (
    <main>
      <p>{said}</p>
      <gca-assessment
        ref={element}
        className="portal"
        mode="full"
        startAt="questions"
        headingLevel={3}
        storageKey="portal"
        share="score"
        groups="Ministries, Operators"
        ongca-ready={({ detail }) => setSaid(detail.bank)}
        ongca-change={({ detail }) => setSaid(String(detail.overall?.display ?? ""))}
        ongca-error={({ detail: { code } }) => setSaid(code)}
      />
      {/* @ts-expect-error there is no such value */}
      <gca-assessment mode="fulll" />
      {/* @ts-expect-error methods are no properties to set */}
      <gca-assessment reset={() => {}} />
      <button onClick={() => setSaid(Object.keys(element.current?.exportAnswers().answers ?? {}).join())}>Export</button>
    </main>
  );
}
