export interface Words {
    zh: string;
    en: string;
}

export interface QuestionOption {
    name: string;
    text: Words;
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
