export interface Words {
    zh: string;
    en: string;
}

export interface QuestionOption {
    name: string;
    text: Words;
    points: number;
    /** The purchase window this answer tells. */
    grade?: string | null;
}

export interface Question {
    name: string;
    kind: "one" | "many" | "text";
    required: boolean;
    text: Words;
    options: QuestionOption[];
}

export interface Questionnaire {
    name: string;
    title: Words;
    next_contact_days: Record<"ungraded" | "H" | "A" | "B" | "C", number>;
    raise_from_score: number;
    lower_below_score: number;
    questions: Question[];
}

export interface NeedsAnswer {
    question: string;
    choices: string[];
    text?: string | null;
}

export interface Proposal {
    model_id: number;
    name: string;
    price: number;
    match: number;
    reasons: string[];
}
