import "spiral-lab/element";
import { useEffect, useState } from "react";
import type { SpiralLab, SpiralLabEvents } from "spiral-lab/element";

export function App({ shown: initiallyShown }: { shown: boolean }) {
    const [lab, setLab] = useState<SpiralLab | null>(null);
    const [shown, setShown] = useState(initiallyShown);
    const [epoch, setEpoch] = useState(0);
    const [reason, setReason] = useState("");

    // In a page that a server has rendered, React attaches no listener that JSX names.
    useEffect(() => {
        const count = ({ detail }: SpiralLabEvents["spiral-lab-epoch"]) => setEpoch(detail.epoch);
        lab?.addEventListener("spiral-lab-epoch", count);
        return () => lab?.removeEventListener("spiral-lab-epoch", count);
    }, [lab]);

    return (
        <main>
            <button type="button" onClick={() => setShown(!shown)}>
                {shown ? "Hide" : "Show"}
            </button>
            {shown && (
                <>
                    <button type="button" onClick={() => lab?.fit(2)}>
                        Two epochs
                    </button>
                    <output>{epoch}</output> <em>{reason}</em>
                    <spiral-lab
                        ref={setLab}
                        className="wide"
                        layout="compact"
                        learning-rate="0.003"
                        points={100}
                        batch-norm
                        early-stopping={false}
                        onspiral-lab-stop={({ detail }) => setReason(detail.reason)}
                    />
                </>
            )}
        </main>
    );
}
