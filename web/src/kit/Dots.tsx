/** A few times as dots, filled where one was used; the words beside it say the same. */
export function Dots({ times, used }: { times: number; used: number }) {
    return (
        <span className="fc-dots" aria-hidden="true">
            {Array.from({ length: Math.min(times, 12) }, (_, at) => (
                <i key={at} className={at < used ? "used" : undefined} />
            ))}
        </span>
    );
}
