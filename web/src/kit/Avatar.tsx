export interface AvatarProps {
    name: string;
}

/** The first character of a name in a disc; an ornament beside the name, so it is silent. */
export function Avatar({ name }: AvatarProps) {
    return <span className="fc-avatar" data-letter={name.slice(0, 1)} aria-hidden="true" />;
}
