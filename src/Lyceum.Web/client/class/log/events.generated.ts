// Generated from Lyceum.Domain/Classes by TypeScriptOfClassesTests. Instants are ISO 8601 in UTC, offsets milliseconds.

export interface AllowBoard {
  type: 'allowBoard';
  isAllowed: boolean;
}

export interface AllowMedia {
  type: 'allowMedia';
  source: MediaSource;
  isAllowed: boolean;
}

export interface AnswerHelp {
  type: 'answerHelp';
  room: number;
}

export interface AnswerInWriting {
  type: 'answerInWriting';
  questionId: number;
  text: string;
}

export interface AnswerPoll {
  type: 'answerPoll';
  pollId: number;
  choices: number[];
  word: string | null;
}

export interface AnswerStarted {
  type: 'answerStarted';
  questionId: number;
}

export interface AskQuestion {
  type: 'askQuestion';
  text: string;
}

export interface BoardAllowed {
  type: 'boardAllowed';
  isAllowed: boolean;
}

export interface BoardChanged {
  type: 'boardChanged';
  elements: BoardElement[];
}

export interface BoardCleared {
  type: 'boardCleared';
}

export interface BoardClosed {
  type: 'boardClosed';
}

export interface BoardDraft {
  type: 'boardDraft';
  elements: BoardElement[];
}

export interface BoardElement {
  id: string;
  version: number;
  nonce: number;
  data: string;
}

export interface BoardOpened {
  type: 'boardOpened';
}

export interface BreakoutAssigned {
  type: 'breakoutAssigned';
  room: number | null;
  people: string[];
}

export interface BreakoutEntered {
  type: 'breakoutEntered';
  room: number | null;
  people: string[];
}

export interface BreakoutLine {
  id: number;
  offsetMs: number;
  text: string;
}

export interface BreakoutRoom {
  id: number;
  name: string;
  openedMs: number;
  closedMs: number | null;
  help: HelpCall | null;
  visitors: string[];
  inside: ClassState | null;
}

export interface Breakouts {
  rooms: BreakoutRoom[];
  places: Record<string, number>;
  assigned: Record<string, number>;
  theyChoose: boolean;
  endsMs: number | null;
  backMs: number | null;
  said: BreakoutLine[];
}

export interface BreakoutsClosed {
  type: 'breakoutsClosed';
}

export interface BreakoutsExtended {
  type: 'breakoutsExtended';
  endsMs: number;
}

export interface BreakoutsOpened {
  type: 'breakoutsOpened';
  rooms: OpenedBreakout[];
  theyChoose: boolean;
  endsMs: number | null;
}

export interface BreakoutsRecalled {
  type: 'breakoutsRecalled';
  backMs: number;
}

export interface BreakoutsTold {
  type: 'breakoutsTold';
  text: string;
}

export interface CallForHelp {
  type: 'callForHelp';
}

export interface CaptionByMachine {
  type: 'captionByMachine';
  isOn: boolean;
}

export type CaptionOrigin = 'typed' | 'feed' | 'machine';

export interface CaptionWritten {
  type: 'captionWritten';
  text: string;
  origin: CaptionOrigin;
}

export interface CaptionedByMachine {
  type: 'captionedByMachine';
  isOn: boolean;
}

export interface ChangeBoard {
  type: 'changeBoard';
  elements: BoardElement[];
}

export interface ChapterStarted {
  type: 'chapterStarted';
  title: string;
}

export interface ChatLine {
  id: number;
  personId: string;
  offsetMs: number;
  at: string;
  isLate: boolean;
  text: string;
  isRemoved: boolean;
  replyTo: number | null;
  isToStaff: boolean;
  signs: LineSign[];
}

export interface ChatPosted {
  type: 'chatPosted';
  text: string;
  replyTo: number | null;
  isToStaff: boolean;
}

export interface ChatRemoved {
  type: 'chatRemoved';
  lineId: number;
}

export interface CheckpointWithdrawn {
  type: 'checkpointWithdrawn';
  pollId: number;
}

export interface ClassCaption {
  id: number;
  personId: string;
  offsetMs: number;
  text: string;
  origin: CaptionOrigin;
}

export interface ClassChapter {
  title: string;
  offsetMs: number;
}

export type ClassCommand =
  | StartClass
  | EndClass
  | RaiseHand
  | LowerHand
  | LowerAllHands
  | PostChat
  | RemoveChat
  | ReactToLine
  | AnswerInWriting
  | ShowDeck
  | TurnSlide
  | AskQuestion
  | VoteQuestion
  | UnvoteQuestion
  | RemoveQuestion
  | StartAnswer
  | FinishAnswer
  | PreparePoll
  | OpenPoll
  | AnswerPoll
  | ClosePoll
  | ShowPollResults
  | WithdrawCheckpoint
  | MarkLost
  | KeepDoor
  | LetIn
  | SendAway
  | NameCoHost
  | DismissCoHost
  | StartSlot
  | EndSlot
  | OpenBreakouts
  | MoveToBreakout
  | EnterBreakout
  | CallForHelp
  | AnswerHelp
  | TellBreakouts
  | RecallBreakouts
  | ExtendBreakouts
  | DoInBreakout
  | StartChapter
  | TurnOn
  | TurnOff
  | MuteStudents
  | AllowMedia
  | NamePresenter
  | DismissPresenter
  | PutForward
  | WriteCaption
  | CaptionByMachine
  | DrawStroke
  | EraseStrokes
  | ClearSlide
  | OpenBoard
  | CloseBoard
  | AllowBoard
  | ChangeBoard
  | ClearBoard;

export interface ClassEnded {
  type: 'classEnded';
}

export type ClassEvent =
  | ClassOpened
  | ClassStarted
  | ClassEnded
  | Introduced
  | Joined
  | Left
  | RoomResumed
  | HandRaised
  | HandLowered
  | ChatPosted
  | ChatRemoved
  | LineReacted
  | LineReactionTaken
  | QuestionAnsweredInWriting
  | QuestionContinued
  | DeckShown
  | SlideTurned
  | QuestionAsked
  | QuestionVoted
  | QuestionUnvoted
  | QuestionRemoved
  | AnswerStarted
  | QuestionAnswered
  | PollPrepared
  | PollOpened
  | PollAnswered
  | PollAnswerCounted
  | PollClosed
  | PollResultsShown
  | CheckpointWithdrawn
  | LostMarked
  | DoorKept
  | Knocked
  | PeopleLetIn
  | PersonSentAway
  | CoHostNamed
  | CoHostDismissed
  | BreakoutsOpened
  | BreakoutAssigned
  | BreakoutEntered
  | HelpCalled
  | HelpAnswered
  | BreakoutsTold
  | BreakoutsRecalled
  | BreakoutsExtended
  | BreakoutsClosed
  | InBreakout
  | PeopleWent
  | GuestLinkShared
  | SlotsQueued
  | SlotStarted
  | SlotEnded
  | ChapterStarted
  | TurnedOn
  | TurnedOff
  | MediaAllowed
  | PresenterNamed
  | PresenterDismissed
  | PersonPutForward
  | CaptionWritten
  | CaptionedByMachine
  | TrackBegan
  | TrackAligned
  | TrackEnded
  | VoicesHeard
  | StrokeDrawn
  | StrokesErased
  | BoardOpened
  | BoardClosed
  | BoardAllowed
  | BoardChanged
  | BoardCleared
  | Erased;

export interface ClassOpened {
  type: 'classOpened';
  title: string;
  plannedStart: string;
  plannedEnd: string;
  segments: PlanSegment[];
}

export interface ClassPerson {
  name: string;
  role: ClassRole;
  connections: string[];
}

export type ClassPhase = 'closed' | 'open' | 'live' | 'ended';

export interface ClassPoll {
  id: number;
  question: string;
  options: string[];
  isMultiple: boolean;
  kind: PollKind;
  phase: PollPhase;
  correct: number[];
  openedMs: number | null;
  closedMs: number | null;
  addedAt: string | null;
  answers: Record<string, PollAnswer>;
  answeredLive: number;
  answeredLater: number;
  results: PollResults | null;
}

export interface ClassQuestion {
  id: number;
  personId: string;
  offsetMs: number;
  at: string;
  isLate: boolean;
  text: string;
  votes: string[];
  lateVotes: string[];
  phase: QuestionPhase;
  answeredFromMs: number | null;
  answeredUntilMs: number | null;
  isRemoved: boolean;
  writtenAnswer: string | null;
  threadId: string | null;
}

export type ClassRole = 'student' | 'instructor' | 'assistant' | 'observer' | 'guest';

export type ClassSignal =
  | Reaction
  | Typing
  | Pointer
  | VoicesNow
  | BoardDraft
  | NotesWritten;

export interface ClassSlot {
  slotId: string;
  title: string;
  presenters: string[];
  minutes: number;
  fromMs: number;
  untilMs: number | null;
}

export interface ClassStarted {
  type: 'classStarted';
}

export interface ClassState {
  sequence: number;
  phase: ClassPhase;
  title: string;
  plannedStart: string | null;
  plannedEnd: string | null;
  startedAt: string | null;
  endedAt: string | null;
  segments: PlanSegment[];
  people: Record<string, ClassPerson>;
  hands: RaisedHand[];
  chat: ChatLine[];
  deck: ShownDeck | null;
  ink: Stroke[];
  board: RoomBoard;
  questions: ClassQuestion[];
  polls: ClassPoll[];
  lost: LostMark[];
  chapters: ClassChapter[];
  coHosts: string[];
  breakouts: Breakouts;
  sharedLinks: SharedLink[];
  queue: QueuedSlot[];
  slots: ClassSlot[];
  door: RoomDoor;
  media: RoomMedia;
}

export interface ClearBoard {
  type: 'clearBoard';
}

export interface ClearSlide {
  type: 'clearSlide';
  deckId: string;
  slide: number;
}

export interface CloseBoard {
  type: 'closeBoard';
}

export interface ClosePoll {
  type: 'closePoll';
  pollId: number;
}

export interface CoHostDismissed {
  type: 'coHostDismissed';
  personId: string;
}

export interface CoHostNamed {
  type: 'coHostNamed';
  personId: string;
}

export interface DeckShown {
  type: 'deckShown';
  fileId: string;
  name: string;
}

export interface DismissCoHost {
  type: 'dismissCoHost';
  personId: string;
}

export interface DismissPresenter {
  type: 'dismissPresenter';
  personId: string;
}

export interface DoInBreakout {
  type: 'doInBreakout';
  room: number;
  command: ClassCommand;
}

export interface DoorKept {
  type: 'doorKept';
  isLocked: boolean;
  isKept: boolean;
}

export interface DrawStroke {
  type: 'drawStroke';
  deckId: string;
  slide: number;
  tool: InkTool;
  color: InkColor;
  points: number[];
}

export interface EndClass {
  type: 'endClass';
}

export interface EndSlot {
  type: 'endSlot';
}

export interface EnterBreakout {
  type: 'enterBreakout';
  room: number | null;
}

export interface EraseStrokes {
  type: 'eraseStrokes';
  strokeIds: number[];
}

export interface Erased {
  type: 'erased';
}

export interface EventBatch {
  after: number;
  through: number;
  events: SeenEvent[];
}

export interface ExtendBreakouts {
  type: 'extendBreakouts';
  minutes: number;
}

export interface FinishAnswer {
  type: 'finishAnswer';
  questionId: number;
}

export interface GuestLinkShared {
  type: 'guestLinkShared';
  name: string;
  first: string;
  later: string;
}

export interface HandLowered {
  type: 'handLowered';
  personId: string;
}

export interface HandRaised {
  type: 'handRaised';
}

export interface HelpAnswered {
  type: 'helpAnswered';
  room: number;
}

export interface HelpCall {
  personId: string;
  offsetMs: number;
}

export interface HelpCalled {
  type: 'helpCalled';
  room: number;
}

export interface InBreakout {
  type: 'inBreakout';
  room: number;
  event: ClassEvent;
}

export type InkColor = 'ink' | 'stress' | 'right' | 'aside';

export type InkTool = 'pen' | 'marker';

export interface Introduced {
  type: 'introduced';
  name: string;
  role: ClassRole;
}

export interface Joined {
  type: 'joined';
  connectionId: string;
}

export interface KeepDoor {
  type: 'keepDoor';
  isLocked: boolean;
  isKept: boolean;
}

export interface Knocked {
  type: 'knocked';
  name: string;
  sectionId: string | null;
}

export interface Left {
  type: 'left';
  connectionId: string;
  seenUntilMs: number;
}

export interface LetIn {
  type: 'letIn';
  people: string[];
}

export interface LineReacted {
  type: 'lineReacted';
  lineId: number;
  kind: ReactionKind;
}

export interface LineReactionTaken {
  type: 'lineReactionTaken';
  lineId: number;
  kind: ReactionKind;
}

export type LineRung = 'allVideo' | 'speakerOnly' | 'soundOnly';

export interface LineSign {
  personId: string;
  kind: ReactionKind;
}

export interface LineStepped {
  type: 'stepped';
  rung: LineRung;
  reason: string;
}

export interface LostMark {
  offsetMs: number;
  isLate: boolean;
}

export interface LostMarked {
  type: 'lostMarked';
}

export interface LowerAllHands {
  type: 'lowerAllHands';
}

export interface LowerHand {
  type: 'lowerHand';
  personId: string;
}

export interface MarkLost {
  type: 'markLost';
}

export interface MediaAllowed {
  type: 'mediaAllowed';
  source: MediaSource;
  isAllowed: boolean;
}

export interface MediaAnswer {
  sdp: string | null;
  refusal: SentRefusal | null;
}

export interface MediaEntry {
  isKnown: boolean;
  tookOver: boolean;
  relays: RelayServer[];
  refusal: SentRefusal | null;
}

export interface MediaLost {
  type: 'lost';
}

export interface MediaMoved {
  type: 'moved';
}

export type MediaNotice =
  | SubscriptionOffer
  | MediaMoved
  | MediaLost
  | LineStepped;

export interface MediaOffer {
  sdp: string;
  sources: Record<string, MediaSource>;
}

export type MediaSource = 'microphone' | 'camera' | 'screen' | 'screenSound';

export interface MoveToBreakout {
  type: 'moveToBreakout';
  people: string[];
  room: number | null;
}

export interface MuteStudents {
  type: 'muteStudents';
}

export interface NameCoHost {
  type: 'nameCoHost';
  personId: string;
}

export interface NamePresenter {
  type: 'namePresenter';
  personId: string;
}

export interface NotesWritten {
  type: 'notesWritten';
  sequence: number;
}

export interface OfferedTrack {
  mid: string;
  personId: string;
  source: MediaSource;
}

export interface OpenBoard {
  type: 'openBoard';
}

export interface OpenBreakouts {
  type: 'openBreakouts';
  rooms: PlannedBreakout[];
  theyChoose: boolean;
  minutes: number | null;
}

export interface OpenPoll {
  type: 'openPoll';
  pollId: number;
}

export interface OpenedBreakout {
  id: number;
  name: string;
  people: string[];
}

export interface PeopleLetIn {
  type: 'peopleLetIn';
  people: string[];
}

export interface PeopleWent {
  type: 'peopleWent';
  people: string[];
}

export interface PersonPutForward {
  type: 'personPutForward';
  personId: string | null;
}

export interface PersonSentAway {
  type: 'personSentAway';
  personId: string;
}

export type PictureSize = 'small' | 'middle' | 'large';

export interface PlanSegment {
  title: string;
  minutes: number;
}

export interface PlannedBreakout {
  name: string;
  people: string[];
}

export interface Pointer {
  type: 'pointer';
  x: number;
  y: number;
}

export interface PollAnswer {
  choices: number[];
  isLate: boolean;
  at: string;
  word: string | null;
}

export interface PollAnswerCounted {
  type: 'pollAnswerCounted';
  pollId: number;
}

export interface PollAnswered {
  type: 'pollAnswered';
  pollId: number;
  choices: number[];
  word: string | null;
}

export interface PollClosed {
  type: 'pollClosed';
  pollId: number;
}

export type PollKind = 'choice' | 'scale' | 'word';

export interface PollOpened {
  type: 'pollOpened';
  pollId: number;
  question: string;
  options: string[];
  isMultiple: boolean;
  kind: PollKind;
}

export type PollPhase = 'prepared' | 'open' | 'closed';

export interface PollPrepared {
  type: 'pollPrepared';
  question: string;
  options: string[];
  correct: number[];
  isMultiple: boolean;
  kind: PollKind;
}

export interface PollResults {
  live: number[];
  later: number[];
  words: PollWord[] | null;
}

export interface PollResultsShown {
  type: 'pollResultsShown';
  pollId: number;
  live: number[];
  later: number[];
  correct: number[];
  words: PollWord[] | null;
}

export interface PollWord {
  text: string;
  live: number;
  later: number;
}

export interface PostChat {
  type: 'postChat';
  text: string;
  replyTo: number | null;
  isToStaff: boolean;
}

export interface PreparePoll {
  type: 'preparePoll';
  question: string;
  options: string[];
  correct: number[];
  isMultiple: boolean;
  kind: PollKind;
}

export interface PresenterDismissed {
  type: 'presenterDismissed';
  personId: string;
}

export interface PresenterNamed {
  type: 'presenterNamed';
  personId: string;
}

export interface PutForward {
  type: 'putForward';
  personId: string | null;
}

export interface QuestionAnswered {
  type: 'questionAnswered';
  questionId: number;
}

export interface QuestionAnsweredInWriting {
  type: 'questionAnsweredInWriting';
  questionId: number;
  text: string;
}

export interface QuestionAsked {
  type: 'questionAsked';
  text: string;
}

export interface QuestionContinued {
  type: 'questionContinued';
  questionId: number;
  threadId: string;
}

export type QuestionPhase = 'asked' | 'answering' | 'answered';

export interface QuestionRemoved {
  type: 'questionRemoved';
  questionId: number;
}

export interface QuestionUnvoted {
  type: 'questionUnvoted';
  questionId: number;
}

export interface QuestionVoted {
  type: 'questionVoted';
  questionId: number;
}

export interface QueuedSlot {
  slotId: string;
  title: string;
}

export interface RaiseHand {
  type: 'raiseHand';
}

export interface RaisedHand {
  personId: string;
  offsetMs: number;
}

export interface ReactToLine {
  type: 'reactToLine';
  lineId: number;
  kind: ReactionKind;
}

export interface Reaction {
  type: 'reaction';
  kind: ReactionKind;
}

export type ReactionKind = 'clap' | 'heart' | 'laugh' | 'surprise' | 'yes' | 'no';

export interface RecallBreakouts {
  type: 'recallBreakouts';
}

export interface Receipt {
  key: string;
  isAccepted: boolean;
  sequence: number;
  refusal: SentRefusal | null;
}

export interface RecordedTrack {
  id: number;
  personId: string;
  source: MediaSource;
  file: string;
  startMs: number;
  lengthMs: number | null;
  hasEnded: boolean;
}

export interface RelayServer {
  urls: string[];
  username: string | null;
  credential: string | null;
}

export interface RemoveChat {
  type: 'removeChat';
  lineId: number;
}

export interface RemoveQuestion {
  type: 'removeQuestion';
  questionId: number;
}

export interface ReplayLog {
  through: number;
  personId: string;
  role: ClassRole;
  events: SeenEvent[];
  watched: WatchedInterval[];
  cuts: WatchedInterval[];
}

export interface RoomBoard {
  isOpen: boolean;
  studentsDraw: boolean;
  isOwn: boolean;
  elements: Record<string, BoardElement>;
}

export interface RoomDoor {
  isLocked: boolean;
  isKept: boolean;
  letIn: string[];
  sentAway: string[];
  waiting: WaitingPerson[];
}

export interface RoomMedia {
  on: Record<string, MediaSource[]>;
  denied: MediaSource[];
  presenters: string[];
  forward: string | null;
  tracks: RecordedTrack[];
  voices: Record<string, number[]>;
  captions: ClassCaption[];
  isCaptionedByMachine: boolean;
}

export interface RoomResumed {
  type: 'roomResumed';
  seenUntilMs: number;
}

export interface SeenEvent {
  sequence: number;
  at: string;
  offsetMs: number;
  actorId: string | null;
  isLate: boolean;
  event: ClassEvent;
}

export interface SendAway {
  type: 'sendAway';
  personId: string;
}

export interface SentRefusal {
  kind: string;
  message: string;
}

export interface SentSignal {
  personId: string;
  signal: ClassSignal;
}

export interface SharedLink {
  name: string;
  first: string;
  later: string;
  at: string;
}

export interface ShowDeck {
  type: 'showDeck';
  fileId: string;
}

export interface ShowPollResults {
  type: 'showPollResults';
  pollId: number;
}

export interface ShownDeck {
  fileId: string;
  name: string;
  slide: number;
}

export interface SlideTurned {
  type: 'slideTurned';
  slide: number;
}

export interface SlotEnded {
  type: 'slotEnded';
  slotId: string;
}

export interface SlotStarted {
  type: 'slotStarted';
  slotId: string;
  title: string;
  presenters: string[];
  minutes: number;
}

export interface SlotsQueued {
  type: 'slotsQueued';
  queue: QueuedSlot[];
}

export interface StartAnswer {
  type: 'startAnswer';
  questionId: number;
}

export interface StartChapter {
  type: 'startChapter';
  title: string;
}

export interface StartClass {
  type: 'startClass';
}

export interface StartSlot {
  type: 'startSlot';
  slotId: string;
}

export interface Stroke {
  id: number;
  personId: string;
  deckId: string;
  slide: number;
  tool: InkTool;
  color: InkColor;
  points: number[];
}

export interface StrokeDrawn {
  type: 'strokeDrawn';
  deckId: string;
  slide: number;
  tool: InkTool;
  color: InkColor;
  points: number[];
}

export interface StrokesErased {
  type: 'strokesErased';
  strokeIds: number[];
}

export interface SubscriptionOffer {
  type: 'offer';
  revision: number;
  sdp: string;
  isNewConnection: boolean;
  tracks: OfferedTrack[];
}

export interface TellBreakouts {
  type: 'tellBreakouts';
  text: string;
}

export interface TrackAligned {
  type: 'trackAligned';
  trackId: number;
  startMs: number;
}

export interface TrackBegan {
  type: 'trackBegan';
  personId: string;
  source: MediaSource;
  file: string;
  startMs: number;
}

export interface TrackEnded {
  type: 'trackEnded';
  trackId: number;
  lengthMs: number | null;
}

export interface TurnOff {
  type: 'turnOff';
  personId: string;
  source: MediaSource;
}

export interface TurnOn {
  type: 'turnOn';
  source: MediaSource;
}

export interface TurnSlide {
  type: 'turnSlide';
  slide: number;
}

export interface TurnedOff {
  type: 'turnedOff';
  personId: string;
  source: MediaSource;
}

export interface TurnedOn {
  type: 'turnedOn';
  source: MediaSource;
}

export interface Typing {
  type: 'typing';
}

export interface UnvoteQuestion {
  type: 'unvoteQuestion';
  questionId: number;
}

export interface VoicesHeard {
  type: 'voicesHeard';
  stretches: Record<string, number[]>;
}

export interface VoicesNow {
  type: 'voices';
  levels: Record<string, number>;
  speaker: string | null;
}

export interface VoteQuestion {
  type: 'voteQuestion';
  questionId: number;
}

export interface WaitingPerson {
  personId: string;
  name: string;
  sectionId: string | null;
  at: string;
}

export interface WantedTrack {
  personId: string;
  source: MediaSource;
  atMost: PictureSize;
}

export interface WatchedInterval {
  fromMs: number;
  untilMs: number;
}

export interface Welcome {
  through: number;
  serverNow: string;
  personId: string;
  role: ClassRole;
  state: ClassState | null;
  events: SeenEvent[];
}

export interface WithdrawCheckpoint {
  type: 'withdrawCheckpoint';
  pollId: number;
}

export interface WriteCaption {
  type: 'writeCaption';
  text: string;
}
