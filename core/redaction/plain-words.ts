// Ordinary English words of four and five letters: four of them in a row are a sentence, not a code.

const WORDS = `able also area away baby back bank base been best bill body book both call came card care case cash chat city club code
cold come copy cost data date days deal dear desk done door down each east edit else even ever face fact fail fall fast file fill find
fine fire five flow food form four free from full fund gave gift girl give goes gone good half hand hard have head hear help here high
hold home hope hour idea info into item join jump just keep kept kind knew know last late lead left less life like line link list live
load long look lost love made mail main make many mean meet menu mind mine miss mode more most move much must name near need news next
nice node none note once only onto open over page paid part pass past path plan play plus post pull push rate read real rest rich road
role room rule runs safe said same save scan seem seen sell send sent show side sign site size slow some soon sort stay step stop such
sure take talk team tell term test text than that them then they this time told took town true turn type unit upon used user uses very
view wait walk want week well went were west what when whom wide wife will wish with word work year yuan your zero
about above admin after again agent alert allow alone along among angry apply array asked audio avoid award aware basic batch begin
being below black block board brain brand bring build built buyer cache catch cause chain chart cheap check chose claim class clean
clear click close cloud count cover cross daily debit delay doing doubt draft drive email empty enter entry error event every exact
exist extra false fault field fifty final first fixed flash focus force found frame fresh front fully given going goods grant great
green gross group guess happy heard heavy hello hence house human image input issue later learn least leave legal level light limit
links local login lower lucky major maybe means merge might model money month never night notes occur offer often order other owner
pages panel party pause phone photo place plain plans plate point power press price print prior proof quick quite quota raise range
reach ready reset retry right round route scale scope seems seven share shift short shows since sixty small solve sorry space speed
spent split staff stage stand start state still store story sugar table taken tasks tells terms thank their there these thing think
third those three times title today token topic total touch trade trial tried twice under units until upper urgent usage users using
valid value video visit voice wants waste watch weeks where which while whole whose woman words works world worth would write wrong
years yours`

const known: ReadonlySet<string> = new Set(WORDS.split(/\s+/))

/** The word, in any case, is one of everyday English. */
export const ordinaryWord = (text: string): boolean => known.has(text.toLowerCase())
