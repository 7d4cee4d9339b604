import { Mark } from "./Mark";

/** The first moment, before words and session are known. */
export function Splash() {
    return (
        <div className="fc-splash">
            <Mark size={44} />
        </div>
    );
}
