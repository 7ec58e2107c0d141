module interlinear.test/gotypes

go 1.26
