' Follows the orders in a file: opens workbooks, types into their cells, and saves every sheet as CSV. What fails is
' written to a file beside it.
Sub Main
  On Error GoTo Finish
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim csv(1) As New com.sun.star.beans.PropertyValue
  csv(0).Name = "FilterName"
  csv(0).Value = "Text - txt - csv (StarCalc)"
  csv(1).Name = "FilterOptions"
  csv(1).Value = "$FORMAT"
  Open "$ORDERS" For Input As #1
  While Not Eof(1)
    Line Input #1, order
    part = Split(order, Chr(9))
    Select Case part(0)
    Case "open"
      book = StarDesktop.loadComponentFromURL(part(1), "_blank", 0, hidden())
      book.enableAutomaticCalculation(False)
    Case "number"
      book.Sheets.getByName(part(1)).getCellByPosition(Val(part(3)), Val(part(2))).Value = Val(part(4))
    Case "formula"
      book.Sheets.getByName(part(1)).getCellByPosition(Val(part(3)), Val(part(2))).Formula = part(4)
    Case "save"
      book.calculateAll()
      book.storeToURL(part(1), csv())
    Case "close"
      book.close(True)
    End Select
  Wend
  StarDesktop.terminate()
  Exit Sub
Finish:
  failure = Error$ & ": " & order
  Open "$ORDERS.error" For Output As #2
  Print #2, failure
  Close #2
  StarDesktop.terminate()
End Sub
