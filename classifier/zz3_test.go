package classifier
var Extract = extract
