//! Texts of the interface: a key for each, so that a wrong one does not compile.

use crate::plural::category;
use std::rc::Rc;

macro_rules! keys {
    (first { $($first:ident = $first_name:literal,)* } whole { $($whole:ident = $whole_name:literal,)* }) => {
        /// Every text of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        #[repr(u16)]
        pub enum Key { $($first,)* $($whole,)* }

        /// Names of the keys that the first program needs, in the order of its compiled catalog.
        pub const FIRST_NAMES: &[&str] = &[$($first_name,)*];

        /// Names of the other keys, in the order of the catalog that comes with the whole program.
        pub const WHOLE_NAMES: &[&str] = &[$($whole_name,)*];

        /// Names of all keys, in the order of [`KEYS`].
        pub const NAMES: &[&str] = &[$($first_name,)* $($whole_name,)*];

        /// All keys: those of [`FIRST_NAMES`], then those of [`WHOLE_NAMES`].
        pub const KEYS: &[Key] = &[$(Key::$first,)* $(Key::$whole,)*];
    };
}

keys! {
    first {
        AppName = "app.name",
        AppSubtitle = "app.subtitle",
        AppQuick = "app.quick",
        AppFull = "app.full",
        NavLabel = "nav.label",
        NavStart = "nav.start",
        NavQuestions = "nav.questions",
        NavReview = "nav.review",
        NavResults = "nav.results",
        RailLabel = "rail.label",
        RailAreaOf = "rail.area-of",
        RailComplete = "rail.complete",
        RailDone = "rail.done",
        StartTitle = "start.title",
        StartLead = "start.lead",
        StartStay = "start.stay",
        StartNobody = "start.nobody",
        StartResume = "start.resume",
        StartDone = "start.done",
        StartSaved = "start.saved",
        StartContinue = "start.continue",
        StartDelete = "start.delete",
        StartNew = "start.new",
        StartChoose = "start.choose",
        StartFullMeta = "start.full-meta",
        StartFullText = "start.full-text",
        StartFullButton = "start.full-button",
        StartQuickMeta = "start.quick-meta",
        StartQuickText = "start.quick-text",
        StartQuickButton = "start.quick-button",
        StartShared = "start.shared",
        StartCovers = "start.covers",
        StartCounts = "start.counts",
        StartIndicators = "start.indicators",
        StartQuestions = "start.questions",
        StartRules = "start.rules",
        StartPrivacy = "start.privacy",
        StartPrivacyText = "start.privacy-text",
        StartPrivacyMemory = "start.privacy-memory",
        StartPrivacyTab = "start.privacy-tab",
        StartCheck = "start.check",
        StartCheckText = "start.check-text",
        QuestionEyebrow = "question.eyebrow",
        QuestionHelp = "question.help",
        QuestionEvidence = "question.evidence",
        QuestionLoading = "question.loading",
        QuestionNoHelp = "question.no-help",
        QuestionDontKnow = "question.dont-know",
        QuestionNotApplicable = "question.not-applicable",
        QuestionNaWhen = "question.na-when",
        QuestionSelect = "question.select",
        QuestionSelected = "question.selected",
        QuestionClear = "question.clear",
        QuestionClearLabel = "question.clear-label",
        QuestionAddNote = "question.add-note",
        QuestionAddNoteLabel = "question.add-note-label",
        QuestionNote = "question.note",
        QuestionOptional = "question.optional",
        QuestionNoteHint = "question.note-hint",
        QuestionNoteLong = "question.note-long",
        QuestionError = "question.error",
        QuestionImplied = "question.implied",
        QuestionHiddenNa = "question.hidden-na",
        QuestionChangeOther = "question.change-other",
        QuestionNumber = "question.number",
        QuestionNumberHint = "question.number-hint",
        BarArea = "bar.area",
        BarAreaSoFar = "bar.area-so-far",
        BarNoScore = "bar.no-score",
        BarAnswered = "bar.answered",
        BarSaved = "bar.saved",
        BarSavedTab = "bar.saved-tab",
        BarSavedShort = "bar.saved-short",
        BarMemory = "bar.memory",
        BarUnsaved = "bar.unsaved",
        BarSaving = "bar.saving",
        BarIdle = "bar.idle",
        BarPrevious = "bar.previous",
        BarPreviousTo = "bar.previous-to",
        BarNext = "bar.next",
        BarNextTo = "bar.next-to",
        BarReview = "bar.review",
        BarReviewTo = "bar.review-to",
        LiveArea = "live.area",
        ReviewOpen = "review.open",
        StateInvalid = "state.invalid",
        ResultsExactShort = "results.exact-short",
        ResultsNoneShort = "results.none-short",
        NoticeDenied = "notice.denied",
        NoticeDeniedText = "notice.denied-text",
        NoticeFull = "notice.full",
        NoticeFullText = "notice.full-text",
        NoticeNewer = "notice.newer",
        NoticeNewerText = "notice.newer-text",
        NoticeDamaged = "notice.damaged",
        NoticeDamagedText = "notice.damaged-text",
        NoticeOtherTab = "notice.other-tab",
        NoticeOtherTabText = "notice.other-tab-text",
        NoticeGone = "notice.gone",
        NoticeGoneText = "notice.gone-text",
        NoticeAfresh = "notice.afresh",
        NoticeSaveAgain = "notice.save-again",
        NoticeTakeTheirs = "notice.take-theirs",
        NoticeKeepMine = "notice.keep-mine",
        NoticeRetry = "notice.retry",
        NoticeCopy = "notice.copy",
        NoticeKept = "notice.kept",
        NoticeClose = "notice.close",
        DeleteTitle = "delete.title",
        DeleteText = "delete.text",
        DeleteAnswers = "delete.answers",
        DeleteNotes = "delete.notes",
        DeleteDelete = "delete.delete",
        DeleteKeep = "delete.keep",
        DeleteDone = "delete.done",
        Range = "range",
        WaitText = "wait.text",
        WaitFailed = "wait.failed",
        WaitFailedText = "wait.failed-text",
        WaitRetry = "wait.retry",
    }
    whole {
        ReviewTitle = "review.title",
        ReviewLeadOpen = "review.lead-open",
        ReviewLeadNone = "review.lead-none",
        ReviewLeadNothing = "review.lead-nothing",
        ReviewSee = "review.see",
        ReviewAnswered = "review.answered",
        ReviewUnanswered = "review.unanswered",
        ReviewNotShown = "review.not-shown",
        ReviewWithNote = "review.with-note",
        ReviewOf = "review.of",
        ReviewShow = "review.show",
        ReviewAll = "review.all",
        ReviewByArea = "review.by-area",
        ReviewAreaOpen = "review.area-open",
        ReviewAreaScore = "review.area-score",
        ReviewAnswer = "review.answer",
        ReviewChange = "review.change",
        ReviewChangeLabel = "review.change-label",
        ReviewAnswerLabel = "review.answer-label",
        ReviewShown = "review.shown",
        ReviewEmpty = "review.empty",
        ReviewEmptyText = "review.empty-text",
        ReviewShowAll = "review.show-all",
        StateUnanswered = "state.unanswered",
        StateImplied = "state.implied",
        StateHiddenNa = "state.hidden-na",
        ResultsTitle = "results.title",
        ResultsScore = "results.score",
        ResultsOf = "results.of",
        ResultsStageOf = "results.stage-of",
        ResultsProvisional = "results.provisional",
        ResultsProvisionalText = "results.provisional-text",
        ResultsRange = "results.range",
        ResultsSameStage = "results.same-stage",
        ResultsStageRange = "results.stage-range",
        ResultsExact = "results.exact",
        ResultsGated = "results.gated",
        ResultsQuick = "results.quick",
        ResultsAnswered = "results.answered",
        ResultsAnsweredText = "results.answered-text",
        ResultsCount = "results.count",
        ResultsStage = "results.stage",
        ResultsLegendScore = "results.legend-score",
        ResultsLegendRange = "results.legend-range",
        ResultsStrip = "results.strip",
        ResultsStripDesc = "results.strip-desc",
        ResultsProfile = "results.profile",
        ResultsProfileFind = "results.profile-find",
        ResultsProfileEven = "results.profile-even",
        ResultsRadar = "results.radar",
        ResultsAreas = "results.areas",
        ResultsAreasFind = "results.areas-find",
        ResultsAreasExact = "results.areas-exact",
        ResultsKeyScore = "results.key-score",
        ResultsKeyRange = "results.key-range",
        ResultsArea = "results.area",
        ResultsIndicator = "results.indicator",
        ResultsRangeHead = "results.range-head",
        ResultsTable = "results.table",
        ResultsNaShort = "results.na-short",
        ResultsIndicators = "results.indicators",
        ResultsIndicatorsSub = "results.indicators-sub",
        ResultsSwatches = "results.swatches",
        ResultsOpen = "results.open",
        ResultsEmpty = "results.empty",
        ResultsEmptyText = "results.empty-text",
        ResultsEmptyButton = "results.empty-button",
        ResultsNa = "results.na",
        ResultsHow = "results.how",
        ResultsHowText = "results.how-text",
        TableScroll = "table.scroll",
        ListAnd = "list.and",
        QuestionAddEvidence = "question.add-evidence",
        QuestionAddEvidenceLabel = "question.add-evidence-label",
        EvidenceEntry = "evidence.entry",
        EvidenceText = "evidence.text",
        EvidenceReference = "evidence.reference",
        EvidenceLink = "evidence.link",
        EvidenceDate = "evidence.date",
        EvidenceOpen = "evidence.open",
        EvidenceNewTab = "evidence.new-tab",
        EvidenceNoLink = "evidence.no-link",
        EvidenceRemove = "evidence.remove",
        EvidenceRemoveLabel = "evidence.remove-label",
        EvidenceRemoved = "evidence.removed",
        EvidencePutBack = "evidence.put-back",
        EvidenceReturned = "evidence.returned",
        EvidenceMost = "evidence.most",
        QuestionLong = "question.long",
        QuestionFlag = "question.flag",
        QuestionFlagLabel = "question.flag-label",
        QuestionFlagged = "question.flagged",
        QuestionWho = "question.who",
        QuestionWhoHint = "question.who-hint",
        QuestionSources = "question.sources",
        QuestionBefore = "question.before",
        QuestionBeforeWhen = "question.before-when",
        QuestionAsBefore = "question.as-before",
        QuestionAsBeforeLabel = "question.as-before-label",
        UndoLabel = "undo.label",
        UndoUndo = "undo.undo",
        UndoRedo = "undo.redo",
        UndoTaken = "undo.taken",
        UndoBack = "undo.back",
        UndoAgain = "undo.again",
        UndoCleared = "undo.cleared",
        UndoRestored = "undo.restored",
        KeysTitle = "keys.title",
        KeysLead = "keys.lead",
        KeysTab = "keys.tab",
        KeysTabText = "keys.tab-text",
        KeysArrows = "keys.arrows",
        KeysArrowsText = "keys.arrows-text",
        KeysSpace = "keys.space",
        KeysSpaceText = "keys.space-text",
        KeysDigits = "keys.digits",
        KeysDigitsText = "keys.digits-text",
        KeysZero = "keys.zero",
        KeysZeroText = "keys.zero-text",
        RailMarks = "rail.marks",
        RailUntouched = "rail.untouched",
        RailPartly = "rail.partly",
        RailUnknown = "rail.unknown",
        ReviewFlagged = "review.flagged",
        ReviewContradictions = "review.contradictions",
        ReviewContradictionsTitle = "review.contradictions-title",
        ReviewContradictionsLead = "review.contradictions-lead",
        ReviewContradictionsMissing = "review.contradictions-missing",
        ReviewLeftTitle = "review.left-title",
        ReviewLeftLead = "review.left-lead",
        ReviewPoints = "review.points",
        ReviewPointsFew = "review.points-few",
        ReviewLeftMore = "review.left-more",
        ReviewBy = "review.by",
        ClearTitle = "clear.title",
        ClearText = "clear.text",
        ClearAsk = "clear.ask",
        ClearAskText = "clear.ask-text",
        ClearAskBoth = "clear.ask-both",
        ClearClear = "clear.clear",
        ClearKeep = "clear.keep",
        MenuFile = "menu.file",
        MenuSave = "menu.save",
        MenuOpen = "menu.open",
        MenuRename = "menu.rename",
        MenuNew = "menu.new",
        MenuShare = "menu.share",
        MenuCode = "menu.code",
        MenuDelete = "menu.delete",
        MenuStop = "menu.stop",
        MenuMore = "menu.more",
        MenuMoreLabel = "menu.more-label",
        DeviceUnnamed = "device.unnamed",
        DeviceContinue = "device.continue",
        DeviceOthers = "device.others",
        DeviceHere = "device.here",
        DeviceSaveAll = "device.save-all",
        DeviceSaved = "device.saved",
        DeviceAnswered = "device.answered",
        DeviceScore = "device.score",
        DeviceNoScore = "device.no-score",
        DeviceDamaged = "device.damaged",
        DeviceNewer = "device.newer",
        DeviceOpen = "device.open",
        DeviceOpenLabel = "device.open-label",
        DeviceAgain = "device.again",
        DeviceDelete = "device.delete",
        DeviceDeleteAll = "device.delete-all",
        DeviceFresh = "device.fresh",
        DialogCancel = "dialog.cancel",
        DialogClose = "dialog.close",
        RenameTitle = "rename.title",
        RenameHint = "rename.hint",
        RenameSave = "rename.save",
        RenameLong = "rename.long",
        DeleteTitleOne = "delete.title-one",
        DeleteDoneOne = "delete.done-one",
        DeleteAllTitle = "delete-all.title",
        DeleteAllText = "delete-all.text",
        DeleteAllAssessments = "delete-all.assessments",
        DeleteAllDone = "delete-all.done",
        LeaveTitle = "leave.title",
        LeaveText = "leave.text",
        LeaveGo = "leave.go",
        LeaveStay = "leave.stay",
        SharedTitle = "shared.title",
        SharedLabel = "shared.label",
        SharedHint = "shared.hint",
        SharedAsk = "shared.ask",
        SharedText = "shared.text",
        SharedOthers = "shared.others",
        SharedConfirm = "shared.confirm",
        SaveTitle = "save.title",
        SaveWhat = "save.what",
        SaveThis = "save.this",
        SaveAll = "save.all",
        SaveSeal = "save.seal",
        SaveWarn = "save.warn",
        SaveInsecure = "save.insecure",
        SaveOpenToAll = "save.open-to-all",
        SavePassphrase = "save.passphrase",
        SaveRepeat = "save.repeat",
        SaveSave = "save.save",
        SaveBusy = "save.busy",
        SaveEmpty = "save.empty",
        SaveDiffers = "save.differs",
        SaveFailed = "save.failed",
        SaveDone = "save.done",
        SaveName = "save.name",
        OpenTitle = "open.title",
        OpenDrop = "open.drop",
        OpenChoose = "open.choose",
        OpenBeside = "open.beside",
        OpenInstead = "open.instead",
        UnsealTitle = "unseal.title",
        UnsealText = "unseal.text",
        UnsealOpen = "unseal.open",
        UnsealBusy = "unseal.busy",
        UnsealWrong = "unseal.wrong",
        UnsealInsecure = "unseal.insecure",
        UnsealSkip = "unseal.skip",
        ToldOpened = "told.opened",
        ToldOpenedSeveral = "told.opened-several",
        ToldPartly = "told.partly",
        ToldNothing = "told.nothing",
        ToldNothingSeveral = "told.nothing-several",
        ToldCarried = "told.carried",
        ToldCarriedFile = "told.carried-file",
        ToldVersion = "told.version",
        ToldAside = "told.aside",
        ToldNoQuestion = "told.no-question",
        ToldNoOption = "told.no-option",
        ToldWrongType = "told.wrong-type",
        ToldNotAllowed = "told.not-allowed",
        ToldNew = "told.new",
        ToldShow = "told.show",
        ToldLeftOut = "told.left-out",
        ToldNotKept = "told.not-kept",
        ToldUnchanged = "told.unchanged",
        ToldChoose = "told.choose",
        LookedTitle = "looked.title",
        LookedText = "looked.text",
        LookedBack = "looked.back",
        FileEmpty = "file.empty",
        FileTooLarge = "file.too-large",
        FileNotText = "file.not-text",
        FileZip = "file.zip",
        FileOffice = "file.office",
        FilePdf = "file.pdf",
        FileHtml = "file.html",
        FileImage = "file.image",
        FileCut = "file.cut",
        FileSyntax = "file.syntax",
        FileNumber = "file.number",
        FileNesting = "file.nesting",
        FileNotAssessment = "file.not-assessment",
        FileOtherBank = "file.other-bank",
        FileSealed = "file.sealed",
        FileUnreadable = "file.unreadable",
        FileLocked = "file.locked",
        FileSingle = "file.single",
        FileDeclined = "file.declined",
        FileNewer = "file.newer",
        FileCode = "file.code",
        ShareTitle = "share.title",
        ShareWarn = "share.warn",
        ShareMake = "share.make",
        ShareReady = "share.ready",
        ShareCode = "share.code",
        ShareLink = "share.link",
        ShareCopyCode = "share.copy-code",
        ShareCopyLink = "share.copy-link",
        ShareCopied = "share.copied",
        ShareSelected = "share.selected",
        CodeTitle = "code.title",
        CodeLabel = "code.label",
        CodeOpen = "code.open",
        CodeEmpty = "code.empty",
        CodeAlphabet = "code.alphabet",
        CodeShort = "code.short",
        CodeChecksum = "code.checksum",
        CodeNewer = "code.newer",
        CodeOtherBank = "code.other-bank",
        OfferTitle = "offer.title",
        OfferText = "offer.text",
        OfferOpen = "offer.open",
        OfferIgnore = "offer.ignore",
        OfferBad = "offer.bad",
    }
}

/// Between the name of a plural category and its text in a compiled catalog.
pub const UNIT: char = '\u{1f}';
/// Between the plural categories of one text in a compiled catalog.
pub const RECORD: char = '\u{1e}';

/// The texts of one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalog {
    language: Rc<str>,
    texts: Vec<Rc<str>>,
}

impl Catalog {
    /// A compiled catalog: one text for each of [`NAMES`], in that order.
    pub fn new(language: &str, texts: Vec<Rc<str>>) -> Self {
        Self {
            language: language.into(),
            texts,
        }
    }

    /// Language tag of the texts.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// A text as it stands; empty if the catalog is too short to have it.
    pub fn text(&self, key: Key) -> Rc<str> {
        self.texts.get(key as usize).cloned().unwrap_or_default()
    }

    /// The form of a text that agrees with a number, placeholders still in it.
    pub fn plural(&self, key: Key, n: usize) -> Rc<str> {
        let text = self.text(key);
        let wanted = category(&self.language, u32::try_from(n).unwrap_or(u32::MAX)).name();
        let mut chosen = None;
        for form in text.split(RECORD) {
            if let Some((name, form)) = form.split_once(UNIT) {
                if name == wanted || (chosen.is_none() && name == "other") {
                    chosen = Some(form);
                }
                if name == wanted {
                    break;
                }
            }
        }
        match chosen {
            Some(form) => form.into(),
            None => text,
        }
    }

    /// A text with its placeholders filled.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> Rc<str> {
        fill(&self.text(key), values)
    }

    /// The form that agrees with a number, with its placeholders filled.
    pub fn fill_plural(&self, key: Key, n: usize, values: &[(&str, &str)]) -> Rc<str> {
        fill(&self.plural(key, n), values)
    }
}

/// A piece of a text: words, or the place of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they stand.
    Words(&'a str),
    /// The name of a placeholder.
    Slot(&'a str),
}

/// Cuts a text at its `{placeholders}`.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    text.split('{').enumerate().flat_map(|(i, part)| {
        let (slot, words) = match part.split_once('}') {
            Some((slot, words)) if i > 0 => (Some(slot), words),
            _ => (None, part),
        };
        let words = (!words.is_empty()).then_some(Piece::Words(words));
        slot.map(Piece::Slot).into_iter().chain(words)
    })
}

/// Fills `{placeholders}` by name; one without a value stays visible, so that it is noticed.
pub fn fill(text: &str, values: &[(&str, &str)]) -> Rc<str> {
    let mut filled = String::with_capacity(text.len() + 16);
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => filled.push_str(words),
            Piece::Slot(name) => match values.iter().find(|(n, _)| *n == name) {
                Some((_, value)) => filled.push_str(value),
                None => {
                    filled.push('{');
                    filled.push_str(name);
                    filled.push('}');
                }
            },
        }
    }
    filled.into()
}

#[cfg(test)]
mod tests {
    use super::{fill, Catalog, Key, KEYS, NAMES};

    #[test]
    fn placeholders_are_filled_by_name() {
        let rows = [
            ("{low}–{high}", "1–2"),
            ("a {x} b", "a {x} b"),
            ("", ""),
            ("{low}", "1"),
            ("no } brace {high}", "no } brace 2"),
        ];
        for (text, expected) in rows {
            assert_eq!(&*fill(text, &[("high", "2"), ("low", "1")]), expected);
        }
    }

    #[test]
    fn plural_takes_the_form_of_the_number_or_other() {
        let mut texts = vec![Default::default(); NAMES.len()];
        if let Some(slot) = texts.get_mut(Key::ReviewAreaOpen as usize) {
            *slot = "other\u{1f}{n} open\u{1e}one\u{1f}{n} is open".into();
        }
        let catalog = Catalog::new("en", texts);
        assert_eq!(&*catalog.plural(Key::ReviewAreaOpen, 1), "{n} is open");
        assert_eq!(&*catalog.plural(Key::ReviewAreaOpen, 5), "{n} open");
    }

    #[test]
    fn order_of_keys_is_the_order_of_names() {
        assert_eq!(KEYS.len(), NAMES.len());
        for (i, key) in KEYS.iter().enumerate() {
            assert_eq!(*key as usize, i);
        }
    }
}
