import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app";

const root = document.getElementById("root") as HTMLElement;
if (root.hasChildNodes())
    hydrateRoot(
        root,
        <StrictMode>
            <App shown />
        </StrictMode>,
    );
else
    createRoot(root).render(
        <StrictMode>
            <App shown={false} />
        </StrictMode>,
    );
