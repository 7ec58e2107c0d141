module example.com/interlinear/examples

go 1.25
